package io.igregulator.webhooks.api.limit;

import io.igregulator.webhooks.api.error.RateLimited;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;

/**
 * What a key's token bucket said to one request. The bucket holds as many tokens as it gets back in a second.
 *
 * @param perSecond its size
 * @param step how long one token takes to come back
 * @param admitted whether the request got one
 * @param fullAt when it will be full again
 * @param askedAt by the same clock as {@code fullAt}
 */
public record RequestRate(int perSecond, Duration step, boolean admitted, Instant fullAt, Instant askedAt) {
    private static final String REASON = "rate_limited";

    /** @throws RateLimited unless the request got a token */
    public void admit() {
        if (!admitted) {
            Map<String, String> headers = new HashMap<>(headers());
            headers.put("Retry-After", Long.toString(Math.max(1, secondsRoundedUp(untilNextToken()))));
            throw RateLimited.of(REASON, "more than " + perSecond + " requests per second with this key", headers);
        }
    }

    /** Part of every answer. */
    public Map<String, String> headers() {
        return Map.of(
                "X-RateLimit-Limit", Integer.toString(perSecond),
                "X-RateLimit-Remaining", Long.toString(remaining()),
                "X-RateLimit-Reset", Long.toString(secondsRoundedUp(Duration.between(Instant.EPOCH, fullAt))));
    }

    private long remaining() {
        if (!admitted) {
            return 0;
        }
        long missing = micros(Duration.between(askedAt, fullAt));
        return Math.clamp(Math.floorDiv(perSecond * micros(step) - missing, micros(step)), 0, perSecond - 1L);
    }

    private Duration untilNextToken() {
        return Duration.between(askedAt, fullAt).minus(step.multipliedBy(perSecond - 1L));
    }

    private static long micros(Duration duration) {
        return duration.dividedBy(ChronoUnit.MICROS.getDuration());
    }

    private static long secondsRoundedUp(Duration duration) {
        return duration.plusNanos(999_999_999).toSeconds();
    }
}
