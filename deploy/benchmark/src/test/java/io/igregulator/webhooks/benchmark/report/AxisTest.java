package io.igregulator.webhooks.benchmark.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.igregulator.webhooks.benchmark.report.Axis.Tick;
import org.junit.jupiter.api.Test;

class AxisTest {
    @Test
    void aLinearAxisEndsAboveTheLargestValueInRoundSteps() {
        var axis = Axis.linear("", 8_700);

        assertThat(axis.ticks()).extracting(Tick::label).containsExactly("0", "2 k", "4 k", "6 k", "8 k", "10 k");
        assertThat(axis.scale().place(5_000)).isEqualTo(0.5);
    }

    @Test
    void aLogarithmicAxisHasAPowerOfTenATick() {
        var axis = Axis.logarithmic("", 1, 430);

        assertThat(axis.ticks()).extracting(Tick::label).containsExactly("1", "10", "100", "1 k");
        assertThat(axis.scale().place(10)).isCloseTo(1 / 3.0, within(1e-9));
    }

    @Test
    void percentilesGrowWiderTowardsTheTop() {
        var scale = Axis.percentiles("").scale();

        assertThat(scale.place(90)).isCloseTo(0.25, within(1e-9));
        assertThat(scale.place(99)).isCloseTo(0.5, within(1e-9));
        assertThat(scale.place(100)).isEqualTo(1);
    }
}
