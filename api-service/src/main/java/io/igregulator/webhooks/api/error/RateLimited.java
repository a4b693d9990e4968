package io.igregulator.webhooks.api.error;

import java.util.Map;

/** 429: too much in too short a time; the headers say when there is room again. */
public final class RateLimited extends ApiError {
    private final Map<String, String> headers;

    private RateLimited(String reason, String summary, Map<String, String> headers) {
        super(429, ErrorCode.RATE_LIMITED, reason, summary, null, "wait as long as Retry-After says");
        this.headers = Map.copyOf(headers);
    }

    /** @param headers the limit, what is left of it, when it is whole again, and {@code Retry-After} */
    public static RateLimited of(String reason, String summary, Map<String, String> headers) {
        return new RateLimited(reason, summary, headers);
    }

    @Override
    public Map<String, String> headers() {
        return headers;
    }
}
