package io.igregulator.webhooks.benchmark.report;

import io.igregulator.webhooks.benchmark.run.ScenarioResult;
import io.igregulator.webhooks.stack.Console;
import java.util.ArrayList;
import java.util.List;

/** The figures of each scenario in a line, for the terminal. */
public final class ResultTable {
    private final Console console;

    public ResultTable(Console console) {
        this.console = console;
    }

    public void show(RunReport report) {
        var rows = new ArrayList<List<String>>();
        rows.add(Columns.HEADS);
        report.results().stream()
                .filter(result -> result.yardstick() != null)
                .map(Columns::of)
                .forEach(rows::add);
        console.say("");
        TextTable.print(rows, console);
        report.results().forEach(this::more);
        Spread.of(report).forEach((scenario, spread) -> {
            console.say("");
            console.say("  " + scenario + ", " + report.all(scenario).size() + " runs");
            TextTable.print(spread, console);
        });
        report.failures().forEach((scenario, why) -> console.say("  " + scenario + " FAILED: " + why));
        console.say("");
        for (var target : Targets.of(report)) {
            console.say("  %-34s %-58s %-28s %s"
                    .formatted(target.what(), target.wanted(), target.measured(), target.verdict()));
        }
    }

    private void more(ScenarioResult result) {
        if (!result.more().isEmpty()) {
            console.say("  " + result.scenario().name() + ": " + Figures.listed(result.more()));
        }
    }
}
