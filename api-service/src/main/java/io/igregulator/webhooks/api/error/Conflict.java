package io.igregulator.webhooks.api.error;

/** 409: it contradicts what was accepted before. */
public final class Conflict extends ApiError {
    private Conflict(String reason, String summary, String field, String suggestion) {
        super(409, ErrorCode.INVALID_QUERY, reason, summary, field, suggestion);
    }

    /** The same id was given before, with another content. */
    public static Conflict idempotency(String field, String summary, String suggestion) {
        return new Conflict("idempotency_conflict", summary, field, suggestion);
    }
}
