package io.igregulator.webhooks.api.feed;

import io.igregulator.webhooks.api.error.RateLimited;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;

/**
 * What an account may still poll, as its answers say it. A plan without a ceiling has nothing to count: limit, remaining
 * and reset are absent then.
 *
 * @param polls so far within the hour, this one included
 * @param reset when the hour is over
 * @param interval that lets the polls last
 */
record PollAllowance(OptionalInt limit, int polls, Instant reset, Duration interval) {
    static final Duration WINDOW = Duration.ofHours(1);

    private static final String PREFIX = "X-Poll-RateLimit-";
    private static final String LIMIT = "Limit";
    private static final String REMAINING = "Remaining";
    private static final String RESET = "Reset";

    /** @throws RateLimited when this poll is one too many */
    void require(Instant now) {
        if (limit.isPresent() && polls > limit.getAsInt()) {
            Map<String, String> headers = new HashMap<>(headers());
            counts("X-RateLimit-", headers);
            headers.put("Retry-After", Long.toString(Math.max(1, resetSecond() - now.getEpochSecond())));
            throw RateLimited.of(
                    "watchlist_events_poll_limit",
                    "the plan's limit of polls per hour (" + limit.getAsInt() + ") is reached",
                    headers);
        }
    }

    Map<String, String> headers() {
        Map<String, String> headers = new HashMap<>();
        counts(PREFIX, headers);
        headers.put(PREFIX + "Window", Long.toString(WINDOW.toSeconds()));
        headers.put("X-Poll-Recommended-Interval", Long.toString(interval.toSeconds()));
        return headers;
    }

    private void counts(String prefix, Map<String, String> headers) {
        limit.ifPresent(most -> {
            headers.put(prefix + LIMIT, Integer.toString(most));
            headers.put(prefix + REMAINING, Integer.toString(Math.max(0, most - polls)));
            headers.put(prefix + RESET, Long.toString(resetSecond()));
        });
    }

    /** The first whole second at which it is over. */
    private long resetSecond() {
        return reset.getNano() == 0 ? reset.getEpochSecond() : reset.getEpochSecond() + 1;
    }
}
