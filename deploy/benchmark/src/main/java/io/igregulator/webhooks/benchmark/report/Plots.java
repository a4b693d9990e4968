package io.igregulator.webhooks.benchmark.report;

import io.igregulator.webhooks.benchmark.measure.Point;
import io.igregulator.webhooks.benchmark.run.ScenarioResult;
import io.igregulator.webhooks.benchmark.scenario.Kind;
import io.igregulator.webhooks.benchmark.scenario.Scenario;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** The plots of a run by file name; those that have no lines are left out. */
final class Plots {
    private final RunReport report;

    private Plots(RunReport report) {
        this.report = report;
    }

    static Map<String, String> of(RunReport report) {
        var plots = new Plots(report);
        var svg = new LinkedHashMap<String, String>();
        plots.latency(svg);
        plots.throughput(svg);
        plots.cost(svg);
        return svg;
    }

    private void latency(Map<String, String> svg) {
        var lines = report.results().stream()
                .filter(result -> result.scenario().kind() == Kind.RATE)
                .map(result -> new LinePlot.Series(result.scenario().name(), result.latencyCurve()))
                .filter(series -> !series.points().isEmpty())
                .toList();
        add(
                svg,
                "latency.svg",
                "Event to arrival, by percentile",
                Axis.percentiles("share of deliveries that took at most so long"),
                Axis.logarithmic("milliseconds", 1, most(lines)),
                lines);
    }

    private void throughput(Map<String, String> svg) {
        var lines = report.results().stream()
                .filter(result -> result.scenario().kind() == Kind.SATURATE)
                .filter(result -> !isOfSize(result))
                .map(Plots::perSecond)
                .toList();
        double seconds =
                lines.stream().mapToDouble(line -> line.points().size()).max().orElse(1);
        add(
                svg,
                "throughput.svg",
                "Deliveries per second over time, warm-up included",
                Axis.linear("seconds", seconds),
                Axis.linear("deliveries per second", most(lines)),
                lines);
    }

    private static LinePlot.Series perSecond(ScenarioResult result) {
        var counts = result.perSecond();
        // The first and the last second are not whole ones.
        return new LinePlot.Series(
                result.scenario().name(),
                IntStream.range(1, Math.max(1, counts.size() - 1))
                        .mapToObj(i -> new Point(i, counts.get(i)))
                        .toList());
    }

    private void cost(Map<String, String> svg) {
        var sizes = report.results().stream()
                .filter(result -> isOfSize(result) || result.scenario().name().equals("steady"))
                .sorted(Comparator.comparingInt(result -> result.scenario().bodyBytes()))
                .toList();
        if (sizes.size() < 2) {
            return;
        }
        var lines = List.of(
                bySize("platform", sizes, result -> cpu(result, "")),
                bySize("worker", sizes, result -> cpu(result, "worker")),
                bySize("postgres", sizes, result -> cpu(result, "postgres")),
                bySize("kafka", sizes, result -> cpu(result, "kafka")),
                bySize("raw, client and receiver", sizes, result -> {
                    var yardstick = result.yardstick();
                    return yardstick == null ? 0 : yardstick.rawCpuMicros();
                }));
        add(
                svg,
                "cost.svg",
                "Processor time per delivery, by body size",
                Axis.logarithmic("bytes", 100, sizes.getLast().scenario().bodyBytes()),
                Axis.linear("microseconds", most(lines)),
                lines);
    }

    private static boolean isOfSize(ScenarioResult result) {
        Scenario scenario = result.scenario();
        return scenario.name().startsWith("body-");
    }

    private static LinePlot.Series bySize(
            String name, List<ScenarioResult> sizes, ToDoubleFunction<ScenarioResult> value) {
        return new LinePlot.Series(
                name,
                sizes.stream()
                        .map(result -> new Point(result.scenario().bodyBytes(), value.applyAsDouble(result)))
                        .toList());
    }

    private static double cpu(ScenarioResult result, String process) {
        var costs = result.costs();
        if (costs == null) {
            return 0;
        }
        return process.isEmpty() ? costs.platformCpuMicros() : costs.cpuMicros().getOrDefault(process, 0.0);
    }

    private static double most(List<LinePlot.Series> lines) {
        return lines.stream()
                .flatMap(line -> line.points().stream())
                .mapToDouble(Point::y)
                .max()
                .orElse(1);
    }

    private static void add(
            Map<String, String> svg, String file, String title, Axis across, Axis up, List<LinePlot.Series> lines) {
        if (!lines.isEmpty()) {
            svg.put(file, new LinePlot(title, across, up, lines).svg());
        }
    }
}
