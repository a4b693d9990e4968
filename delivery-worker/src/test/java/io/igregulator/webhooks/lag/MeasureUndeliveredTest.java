package io.igregulator.webhooks.lag;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class MeasureUndeliveredTest {
    private static final Duration INTERVAL = Duration.ofSeconds(10);

    @Test
    void aQuickCountIsRepeatedAfterTheInterval() {
        assertThat(pauseAfter(Duration.ZERO)).isEqualTo(INTERVAL);
        assertThat(pauseAfter(Duration.ofMillis(500))).isEqualTo(INTERVAL);
    }

    @Test
    void aSlowCountIsRepeatedAfterTwentyTimesAsLong() {
        assertThat(pauseAfter(Duration.ofMillis(501))).isEqualTo(Duration.ofMillis(10_020));
        assertThat(pauseAfter(Duration.ofSeconds(4))).isEqualTo(Duration.ofSeconds(80));
    }

    private static Duration pauseAfter(Duration took) {
        return MeasureUndelivered.pauseAfter(took, INTERVAL);
    }
}
