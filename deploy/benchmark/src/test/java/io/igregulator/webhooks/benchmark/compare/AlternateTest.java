package io.igregulator.webhooks.benchmark.compare;

import static org.assertj.core.api.Assertions.assertThat;

import io.igregulator.webhooks.benchmark.report.ComparisonReport;
import io.igregulator.webhooks.benchmark.report.Measured;
import io.igregulator.webhooks.benchmark.run.Results;
import io.igregulator.webhooks.benchmark.run.ScenarioResult;
import io.igregulator.webhooks.benchmark.scenario.Scenario;
import io.igregulator.webhooks.stack.Console;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class AlternateTest {
    private final ScenarioResult ofBase = Measured.result("steady", 4_000, 200, 40_000, 50);
    private final ScenarioResult ofPresent = Measured.result("steady", 8_000, 100, 40_000, 50);
    private final List<String> order = new ArrayList<>();

    @Test
    void everyOtherRoundBeginsWithTheOtherSide() {
        var alternated = alternate(
                side("base", ignored -> new Results(List.of(ofBase), Map.of())),
                side("this", ignored -> new Results(List.of(ofPresent), Map.of())));

        assertThat(order).containsExactly("base", "this", "this", "base", "base", "this");
        assertThat(alternated.rounds()).hasSize(3).allSatisfy(round -> {
            assertThat(round.base()).isSameAs(ofBase);
            assertThat(round.present()).isSameAs(ofPresent);
        });
        assertThat(alternated.failures()).isEmpty();
    }

    @Test
    void aRoundInWhichOneSideFailsDoesNotCount() {
        var alternated = alternate(
                side("base", ignored -> new Results(List.of(ofBase), Map.of())),
                side(
                        "this",
                        ignored -> order.size() == 2
                                ? new Results(List.of(), Map.of("steady", "it broke"))
                                : new Results(List.of(ofPresent), Map.of())));

        assertThat(alternated.rounds()).hasSize(2);
        assertThat(alternated.failures()).containsExactly("round 1 of 3, this: it broke");
    }

    private Alternate.Alternated alternate(Side base, Side present) {
        var console = new Console(new PrintStream(OutputStream.nullOutputStream()));
        return new Alternate(ofBase.scenario(), base, present, console).run(3);
    }

    private Side side(String name, Function<Scenario, Results> runs) {
        return new Side(new ComparisonReport.Side(name, "commit", Map.of(), List.of()), scenario -> {
            order.add(name);
            return runs.apply(scenario);
        });
    }
}
