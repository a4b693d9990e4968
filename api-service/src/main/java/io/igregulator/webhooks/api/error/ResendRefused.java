package io.igregulator.webhooks.api.error;

/** 409: what is known cannot be sent again as it is. */
public final class ResendRefused extends ApiError {
    private ResendRefused(String reason, String summary, String suggestion) {
        super(409, ErrorCode.INVALID_QUERY, reason, summary, null, suggestion);
    }

    public static ResendRefused eventExpired() {
        return new ResendRefused("event_expired", "the event's body is no longer kept", "events are kept for 30 days");
    }

    public static ResendRefused tooManyAttempts(int limit) {
        return new ResendRefused(
                "too_many_attempts",
                "the delivery was attempted " + limit + " times",
                "it is not sent again; its body is in the delivery's payload");
    }

    public static ResendRefused tooManyRecoveries(int limit) {
        return new ResendRefused(
                "too_many_recoveries",
                "the webhook has " + limit + " recoveries that are not done",
                "wait until one of them is done");
    }
}
