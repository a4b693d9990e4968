package io.igregulator.webhooks.api.error;

import org.jspecify.annotations.Nullable;

/** 404: no such thing, or one of another account, which must look the same. */
public final class NotFound extends ApiError {
    private NotFound(String reason, String summary) {
        this(reason, summary, null);
    }

    private NotFound(String reason, String summary, @Nullable String field) {
        super(404, ErrorCode.NOT_FOUND, reason, summary, field, null);
    }

    public static NotFound route() {
        return new NotFound("route_not_found", "no such route");
    }

    public static NotFound webhook() {
        return new NotFound("webhook_not_found", "no such webhook");
    }

    /** @param field the input that named it */
    public static NotFound operator(String field) {
        return new NotFound("operator_not_found", "no such operator", field);
    }

    public static NotFound delivery() {
        return new NotFound("delivery_not_found", "no such delivery");
    }

    public static NotFound event() {
        return new NotFound("event_not_found", "no such event");
    }

    public static NotFound recovery() {
        return new NotFound("recovery_not_found", "no such recovery");
    }

    public static NotFound replay() {
        return new NotFound("replay_not_found", "no such replay");
    }

    public static NotFound account() {
        return new NotFound("account_not_found", "no such account");
    }

    public static NotFound apiKey() {
        return new NotFound("api_key_not_found", "no such API key");
    }

    public static NotFound eventType() {
        return new NotFound("event_type_not_found", "no such event type");
    }
}
