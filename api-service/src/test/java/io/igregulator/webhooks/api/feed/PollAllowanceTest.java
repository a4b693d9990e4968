package io.igregulator.webhooks.api.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.igregulator.webhooks.api.error.RateLimited;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class PollAllowanceTest {
    private static final Instant NOW = Instant.parse("2026-11-27T10:00:00Z");
    private static final Duration INTERVAL = Duration.ofSeconds(60);

    @Test
    void theLastPollOfTheHourPasses() {
        var last = new PollAllowance(OptionalInt.of(60), 60, NOW.plusMillis(1_500), INTERVAL);

        assertThatCode(() -> last.require(NOW)).doesNotThrowAnyException();
        assertThat(last.headers())
                .containsEntry("X-Poll-RateLimit-Limit", "60")
                .containsEntry("X-Poll-RateLimit-Remaining", "0")
                .containsEntry("X-Poll-RateLimit-Window", "3600")
                .containsEntry("X-Poll-Recommended-Interval", "60")
                // Rounded up: a client that comes back then is within the next hour.
                .containsEntry("X-Poll-RateLimit-Reset", Long.toString(NOW.getEpochSecond() + 2));
    }

    @Test
    void oneMoreIsRefused() {
        var tooMany = new PollAllowance(OptionalInt.of(60), 61, NOW, INTERVAL);

        assertThatThrownBy(() -> tooMany.require(NOW)).isInstanceOf(RateLimited.class);
        assertThat(tooMany.headers()).containsEntry("X-Poll-RateLimit-Remaining", "0");
    }

    @Test
    void aPlanWithoutACeilingHasNothingToCount() {
        var unlimited = new PollAllowance(OptionalInt.empty(), 1_000_000, NOW, INTERVAL);

        assertThatCode(() -> unlimited.require(NOW)).doesNotThrowAnyException();
        assertThat(unlimited.headers()).containsOnlyKeys("X-Poll-RateLimit-Window", "X-Poll-Recommended-Interval");
    }
}
