package io.igregulator.webhooks.benchmark.report;

import io.igregulator.webhooks.benchmark.run.ScenarioResult;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How far the runs of one scenario differ, for those that were run several times. */
final class Spread {
    private Spread() {}

    /** Rows by scenario, the heads first. */
    static Map<String, List<List<String>>> of(RunReport report) {
        var spreads = new LinkedHashMap<String, List<List<String>>>();
        for (ScenarioResult result : report.results()) {
            String name = result.scenario().name();
            var runs = report.all(name);
            if (runs.size() > 1) {
                spreads.computeIfAbsent(name, ignored -> rows(runs));
            }
        }
        return spreads;
    }

    private static List<List<String>> rows(List<ScenarioResult> runs) {
        var rows = new ArrayList<List<String>>();
        rows.add(List.of("figure", "min", "median", "max"));
        for (Headline headline : Headline.ALL) {
            var values = headline.of(runs);
            if (!values.isEmpty()) {
                rows.add(List.of(
                        headline.name(),
                        Figures.any(Collections.min(values)),
                        Figures.any(Median.of(values)),
                        Figures.any(Collections.max(values))));
            }
        }
        return List.copyOf(rows);
    }
}
