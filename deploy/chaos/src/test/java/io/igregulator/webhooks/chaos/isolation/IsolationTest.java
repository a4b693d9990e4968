package io.igregulator.webhooks.chaos.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import io.igregulator.webhooks.chaos.latency.Percentiles;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class IsolationTest {

    @Test
    void takesTheNinetyNinthPercentileByNearestRank() {
        var sample = IntStream.rangeClosed(1, 200).mapToObj(Duration::ofMillis).toList();

        assertThat(Percentiles.of(sample))
                .isEqualTo(new Percentiles(200, Duration.ofMillis(100), Duration.ofMillis(198)));
    }

    @Test
    void failsWhenNeighboursThatHangMoveTheOthers() {
        assertThat(new Isolation(p99(100), p99(120), p99(120), 0).passed()).isTrue();
        assertThat(new Isolation(p99(100), p99(121), p99(120), 0).passed()).isFalse();
        assertThat(new Isolation(p99(100), p99(120), p99(121), 0).passed()).isFalse();
    }

    @Test
    void failsWhenADeliveryIsMissing() {
        assertThat(new Isolation(p99(100), p99(100), p99(100), 1).passed()).isFalse();
    }

    private static Percentiles p99(int millis) {
        return new Percentiles(1, Duration.ZERO, Duration.ofMillis(millis));
    }
}
