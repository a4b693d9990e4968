package io.igregulator.webhooks.api.error;

/** 409 and 422: the request's idempotency key is that of another request, or of one that is under way. */
public final class RepeatRefused extends ApiError {
    private RepeatRefused(int status, String reason, String summary, String field, String suggestion) {
        super(status, ErrorCode.INVALID_QUERY, reason, summary, field, suggestion);
    }

    public static RepeatRefused inProgress(String field) {
        return new RepeatRefused(
                409,
                "idempotency_in_progress",
                "a request with this key is being answered",
                field,
                "repeat it in a moment to get its answer");
    }

    public static RepeatRefused otherRequest(String field) {
        return new RepeatRefused(
                422,
                "idempotency_key_reused",
                "the key was used for another request",
                field,
                "another request needs another key");
    }
}
