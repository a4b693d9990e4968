package io.igregulator.webhooks.worker.retry;

import static org.assertj.core.api.Assertions.assertThat;

import io.igregulator.webhooks.http.Exchange;
import io.igregulator.webhooks.http.ExchangeError;
import io.igregulator.webhooks.worker.retry.RetryDecision.Delivered;
import io.igregulator.webhooks.worker.retry.RetryDecision.Exhausted;
import io.igregulator.webhooks.worker.retry.RetryDecision.Gone;
import io.igregulator.webhooks.worker.retry.RetryDecision.RetryAt;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetryScheduleTest {
    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
    private static final List<Duration> CONTRACT = List.of(
            Duration.ofSeconds(30),
            Duration.ofMinutes(2),
            Duration.ofMinutes(10),
            Duration.ofHours(1),
            Duration.ofHours(4),
            Duration.ofHours(12),
            Duration.ofHours(24));

    private final RetrySchedule exact = schedule(0);

    @ParameterizedTest
    @ValueSource(ints = {200, 201, 202, 204, 299})
    void anyTwoHundredIsDelivered(int status) {
        assertThat(exact.decide(answered(status, null), 1, NOW)).isInstanceOf(Delivered.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {100, 199, 300, 301, 302, 304, 307, 308, 400, 401, 404, 429, 500, 503, 599})
    void anythingElseIsTriedAgain(int status) {
        assertThat(exact.decide(answered(status, null), 1, NOW)).isEqualTo(new RetryAt(NOW.plusSeconds(30)));
    }

    @Test
    void goneIsTheEnd() {
        assertThat(exact.decide(answered(410, null), 1, NOW)).isInstanceOf(Gone.class);
    }

    @Test
    void sevenRetriesFollowTheFirstAttemptAndThenNoMore() {
        for (int attempt = 1; attempt <= 7; attempt++) {
            assertThat(exact.decide(new Exchange.Unanswered(ExchangeError.TIMEOUT, Duration.ZERO), attempt, NOW))
                    .isEqualTo(new RetryAt(NOW.plus(CONTRACT.get(attempt - 1))));
        }
        assertThat(exact.decide(answered(500, null), 8, NOW)).isInstanceOf(Exhausted.class);
    }

    @Test
    void jitterSpreadsWithinItsShareAndNotAlwaysAlike() {
        RetrySchedule jittered = schedule(0.1);
        Set<Duration> seen = new TreeSet<>();
        for (int i = 0; i < 200; i++) {
            seen.add(wait(jittered.decide(answered(500, null), 2, NOW)));
        }
        assertThat(seen)
                .hasSizeGreaterThan(100)
                .allSatisfy(wait -> assertThat(wait).isBetween(Duration.ofSeconds(108), Duration.ofSeconds(132)));
    }

    @ParameterizedTest
    @CsvSource({
        "429, 90, 90", // seconds, longer than the schedule
        "503, 90, 90",
        "429, 5, 30", // the schedule is longer
        "500, 90, 30", // only 429 and 503 may ask
        "429, 'Sat, 21 Nov 2026 12:05:00 GMT', 300",
        "429, 'Sat, 21 Nov 2026 11:00:00 GMT', 30", // in the past
        "429, nonsense, 30",
        "429, -5, 30",
        "429, 1.5, 30",
        "429, '', 30",
        "429, 31536000, 86400", // a year
        "429, 99999999999999999999999999, 86400",
        "429, 'Sun, 21 Nov 2027 12:00:00 GMT', 86400",
    })
    void retryAfterIsHonouredUpToADay(int status, String header, long seconds) {
        assertThat(wait(exact.decide(answered(status, header), 1, NOW))).isEqualTo(Duration.ofSeconds(seconds));
    }

    private static Exchange answered(int status, @Nullable String retryAfter) {
        return new Exchange.Answered(status, Duration.ofMillis(5), null, retryAfter);
    }

    private static Duration wait(RetryDecision decision) {
        assertThat(decision).isInstanceOf(RetryAt.class);
        return Duration.between(NOW, ((RetryAt) decision).due());
    }

    private static RetrySchedule schedule(double jitter) {
        return new RetrySchedule(
                new RetryProperties(CONTRACT, jitter, Duration.ofHours(24), Duration.ofHours(50)), new Random(1));
    }
}
