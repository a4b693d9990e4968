package io.igregulator.webhooks.api.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.igregulator.webhooks.api.error.RateLimited;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestRateTest {
    private static final Instant NOW = Instant.parse("2026-04-20T10:00:00.250Z");

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 5, 6, 7, 20, 9_999, 10_000})
    void aFullBucketHasOneLessAfterTheFirstRequestAndNoneAfterTheLast(int perSecond) {
        Duration step = Duration.of(Math.round(1_000_000.0 / perSecond), ChronoUnit.MICROS);

        assertThat(rate(perSecond, step, true, step).headers())
                .containsEntry("X-RateLimit-Limit", Integer.toString(perSecond))
                .containsEntry("X-RateLimit-Remaining", Integer.toString(perSecond - 1));
        assertThat(rate(perSecond, step, true, step.multipliedBy(perSecond)).headers())
                .containsEntry("X-RateLimit-Remaining", "0");
    }

    @Test
    void theResetIsTheSecondInWhichTheBucketIsFullAgain() {
        assertThat(rate(5, Duration.ofMillis(200), true, Duration.ofMillis(600)).headers())
                .containsEntry(
                        "X-RateLimit-Reset",
                        Long.toString(Instant.parse("2026-04-20T10:00:01Z").getEpochSecond()));
    }

    @Test
    void aRequestWithoutATokenIsRefusedAndHasNothingLeft() {
        RequestRate refused = rate(5, Duration.ofMillis(200), false, Duration.ofMillis(900));

        assertThat(refused.headers()).containsEntry("X-RateLimit-Remaining", "0");
        assertThatThrownBy(refused::admit).isInstanceOf(RateLimited.class).hasMessageContaining("more than 5 requests");
    }

    @Test
    void aRequestWithATokenPasses() {
        RequestRate admitted = rate(5, Duration.ofMillis(200), true, Duration.ofSeconds(1));

        assertThatCode(admitted::admit).doesNotThrowAnyException();
    }

    private static RequestRate rate(int perSecond, Duration step, boolean admitted, Duration untilFull) {
        return new RequestRate(perSecond, step, admitted, NOW.plus(untilFull), NOW);
    }
}
