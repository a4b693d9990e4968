package io.igregulator.webhooks.benchmark.raw;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class WarmUpTest {
    @Test
    void goesOnWhileRequestsGetCheaper() {
        assertThat(after(200, 180, 160, 140, 120, 110, 100, 90, 80, 70).done()).isFalse();
    }

    @Test
    void endsWhenNoSecondOfTheLastFiveWasCheaper() {
        assertThat(after(200, 100, 60, 50, 50, 50, 50, 51, 52, 50).done()).isTrue();
    }

    @Test
    void isNotEndedByASecondThatTheMachineMadeDear() {
        assertThat(after(200, 100, 90, 80, 300, 70, 65, 60, 55, 52).done()).isFalse();
    }

    @Test
    void needsTenSecondsToTell() {
        assertThat(after(50, 50, 50, 50, 50, 50, 50, 50, 50).done()).isFalse();
    }

    private static WarmUp after(double... costs) {
        var warmUp = new WarmUp();
        DoubleStream.of(costs).forEach(warmUp::add);
        return warmUp;
    }
}
