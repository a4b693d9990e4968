package io.igregulator.webhooks.worker.retry;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Reads a {@code Retry-After} header (RFC 9110, 10.2.3): seconds or an HTTP date; anything else says nothing. */
final class RetryAfter {
    private static final int MAX_DIGITS = 18;

    private RetryAfter() {}

    /** The wait asked for, never negative; empty for nonsense. */
    static Optional<Duration> read(String header, Instant now) {
        String text = header.strip();
        if (!text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return Optional.of(Duration.ofSeconds(
                    text.length() > MAX_DIGITS ? Long.MAX_VALUE / 1_000_000_000 : Long.parseLong(text)));
        }
        return HttpDate.read(text, now).map(date -> date.isBefore(now) ? Duration.ZERO : Duration.between(now, date));
    }
}
