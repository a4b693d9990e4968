package io.igregulator.webhooks.api.error;

import org.jspecify.annotations.Nullable;

/** 409: it contradicts what was accepted before, or the state of what it names. */
public final class Conflict extends ApiError {
    private Conflict(String reason, String summary, @Nullable String field, String suggestion) {
        super(409, ErrorCode.INVALID_QUERY, reason, summary, field, suggestion);
    }

    /** Its owner cannot set an endpoint active that the operator has stopped. */
    public static Conflict stopped(String field) {
        return new Conflict(
                "webhook_stopped",
                "the platform's operator has stopped the webhook",
                field,
                "'inactive.message' of the webhook has the reason");
    }

    /** The same id was given before, with another content. */
    public static Conflict idempotency(String field, String summary, String suggestion) {
        return new Conflict("idempotency_conflict", summary, field, suggestion);
    }

    /** Nothing is sent to an inactive endpoint. */
    public static Conflict inactive() {
        return new Conflict(
                "webhook_inactive",
                "the webhook is inactive",
                null,
                "set active to true, which resumes it as well, unless the operator stopped it");
    }
}
