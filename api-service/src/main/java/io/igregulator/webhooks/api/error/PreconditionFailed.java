package io.igregulator.webhooks.api.error;

/** 412: it has changed since the caller read it. */
public final class PreconditionFailed extends ApiError {
    /** @param header which condition it was that did not hold */
    public PreconditionFailed(String header) {
        super(
                412,
                ErrorCode.INVALID_QUERY,
                "precondition_failed",
                "it is not what '" + header + "' says; nothing was changed",
                header,
                "read it again and repeat the change with its ETag");
    }
}
