package io.igregulator.webhooks.benchmark.compare;

import io.igregulator.webhooks.benchmark.report.ComparisonReport.Round;
import io.igregulator.webhooks.benchmark.run.ScenarioResult;
import io.igregulator.webhooks.benchmark.scenario.Scenario;
import io.igregulator.webhooks.stack.Console;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One side after the other, in the next round the other way round: a machine that gets slower favours neither. */
final class Alternate {
    private final Scenario scenario;
    private final Side base;
    private final Side present;
    private final Console console;
    private final List<Round> rounds = new ArrayList<>();
    private final List<String> failures = new ArrayList<>();

    Alternate(Scenario scenario, Side base, Side present, Console console) {
        this.scenario = scenario;
        this.base = base;
        this.present = present;
        this.console = console;
    }

    /** What both came to. */
    record Alternated(List<Round> rounds, List<String> failures) {
        Alternated {
            rounds = List.copyOf(rounds);
            failures = List.copyOf(failures);
        }
    }

    Alternated run(int count) {
        for (int number = 1; number <= count; number++) {
            String title = "round " + number + " of " + count;
            if (number % 2 == 1) {
                var first = result(base, title);
                add(first, result(present, title));
            } else {
                var first = result(present, title);
                add(result(base, title), first);
            }
        }
        return new Alternated(rounds, failures);
    }

    private void add(Optional<ScenarioResult> ofBase, Optional<ScenarioResult> ofPresent) {
        ofBase.flatMap(one -> ofPresent.map(other -> new Round(one, other))).ifPresent(rounds::add);
    }

    private Optional<ScenarioResult> result(Side side, String title) {
        String name = side.described().name();
        console.say("");
        console.say(title + ", " + name);
        var results = side.runs().apply(scenario);
        results.failures().values().forEach(why -> failures.add(title + ", " + name + ": " + why));
        return results.results().stream().findFirst();
    }
}
