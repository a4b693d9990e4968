package io.igregulator.webhooks.api.error;

/** 403: the plan allows no more of this. */
public final class QuotaExceeded extends ApiError {
    private QuotaExceeded(String reason, String summary, String suggestion) {
        super(403, ErrorCode.QUOTA_EXCEEDED, reason, summary, null, suggestion);
    }

    public static QuotaExceeded webhooks(int limit) {
        return new QuotaExceeded(
                "webhook_quota_exceeded",
                "the plan's limit of webhooks (" + limit + ") is reached",
                "delete a webhook or change to a larger plan");
    }

    public static QuotaExceeded watchlist(int limit) {
        return new QuotaExceeded(
                "quota_exceeded",
                "the plan's limit of watched operators (" + limit + ") is reached",
                "remove an operator from the watchlist or change to a larger plan");
    }
}
