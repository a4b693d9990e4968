package io.igregulator.webhooks.benchmark.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.igregulator.webhooks.benchmark.report.ComparisonReport.Round;
import java.util.List;
import org.junit.jupiter.api.Test;

class ComparisonTableTest {
    /** The medians alone would say 0.40: each side's comes from another round. */
    @Test
    void comparesWithinEachRound() {
        var rounds = List.of(round(100, 50), round(200, 100), round(300, 60));

        assertThat(ComparisonTable.rows(rounds))
                .contains(List.of("CPU us with receiver and publisher", "200", "60.0", "0.50", "0.50 0.50 0.20"));
    }

    private static Round round(double base, double present) {
        return new Round(
                Measured.result("steady", 4_000, base, 40_000, 50),
                Measured.result("steady", 8_000, present, 40_000, 50));
    }
}
