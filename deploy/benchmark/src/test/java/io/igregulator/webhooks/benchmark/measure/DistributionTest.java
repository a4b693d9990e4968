package io.igregulator.webhooks.benchmark.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DistributionTest {
    @Test
    void aPercentileIsTheSmallestValueThatSoManyDoNotExceed() {
        var hundred = Distribution.of(
                IntStream.rangeClosed(1, 100).mapToDouble(i -> 101 - i).toArray());

        assertThat(hundred.percentiles()).isEqualTo(new Percentiles(100, 50, 90, 99, 100));
        assertThat(hundred.percentile(99.5)).isEqualTo(100);
        assertThat(hundred.percentile(0)).isEqualTo(1);
    }

    @Test
    void oneValueIsEveryPercentile() {
        assertThat(Distribution.of(List.of(7.0)).percentiles()).isEqualTo(new Percentiles(1, 7, 7, 7, 7));
    }

    @Test
    void nothingMeasuredHasNoCurve() {
        assertThat(Distribution.of(List.of()).curve()).isEmpty();
        assertThat(Distribution.of(List.of()).percentile(99)).isZero();
    }
}
