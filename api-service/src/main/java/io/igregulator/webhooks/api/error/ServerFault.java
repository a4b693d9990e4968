package io.igregulator.webhooks.api.error;

/** 5xx: the fault is ours; the cause is in the log and nowhere else. */
public final class ServerFault extends ApiError {
    private ServerFault(int status, String summary) {
        super(status, ErrorCode.SERVER_ERROR, "internal_error", summary, null, null);
    }

    public static ServerFault unexpected() {
        return ofStatus(500);
    }

    static ServerFault ofStatus(int status) {
        return new ServerFault(status, "something went wrong on our side");
    }
}
