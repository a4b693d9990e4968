package io.igregulator.webhooks.benchmark.report;

import io.igregulator.webhooks.benchmark.run.ScenarioResult;
import io.igregulator.webhooks.local.stack.Console;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

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
        print(rows);
        report.results().forEach(this::more);
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

    private void print(List<List<String>> rows) {
        var widths = IntStream.range(0, Columns.HEADS.size())
                .map(column -> Collections.max(
                        rows.stream().map(row -> row.get(column).length()).toList()))
                .toArray();
        for (var row : rows) {
            var line = new StringBuilder("  ");
            for (int i = 0; i < widths.length; i++) {
                String gap = " ".repeat(widths[i] - row.get(i).length());
                line.append(i == 0 ? row.get(i) + gap : gap + row.get(i)).append("  ");
            }
            console.say(line.toString().stripTrailing());
        }
    }
}
