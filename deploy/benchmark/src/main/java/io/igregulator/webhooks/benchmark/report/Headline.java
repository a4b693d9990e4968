package io.igregulator.webhooks.benchmark.report;

import io.igregulator.webhooks.benchmark.measure.Percentiles;
import io.igregulator.webhooks.benchmark.raw.Yardstick;
import io.igregulator.webhooks.benchmark.run.Costs;
import io.igregulator.webhooks.benchmark.run.ScenarioResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/** A figure by which runs of one scenario are compared with each other. */
record Headline(String name, RunReport.Figure figure) {
    static final List<Headline> ALL = all();

    private static List<Headline> all() {
        var all = new ArrayList<Headline>();
        all.add(new Headline("deliveries/s", result -> Optional.of(result.deliveriesPerSecond())));
        all.add(cost("CPU us per delivery, platform", Costs::platformCpuMicros));
        all.add(cost("CPU us with receiver and publisher", Costs::totalCpuMicros));
        for (String process : List.of("worker", "postgres", "kafka", "api", "receiver", "publisher")) {
            all.add(cost("  " + process + " us", costs -> costs.cpuMicros().getOrDefault(process, 0.0)));
        }
        all.add(cost("garbage KB per delivery", costs -> costs.allocatedBytes() / 1024));
        all.add(cost("rows per delivery", Costs::rows));
        all.add(cost("WAL B per delivery", Costs::walBytes));
        all.add(cost("worker's GC ms", Costs::gcMillis));
        all.add(cost("commits/s", Costs::commitsPerSecond));
        all.add(cost("processors busy %", costs -> costs.cpuUtilisation() * 100));
        all.add(new Headline("burst s p50", more("burst_seconds_p50")));
        all.add(new Headline("latency ms p50", latency(Percentiles::p50)));
        all.add(new Headline("latency ms p99", latency(Percentiles::p99)));
        all.add(new Headline(
                "disk ms p99", result -> Optional.ofNullable(result.disk()).map(Percentiles::p99)));
        all.add(raw("raw/s", Yardstick::rawPostsPerSecond));
        all.add(raw("raw CPU us", Yardstick::rawCpuMicros));
        all.add(new Headline("of raw by CPU", result -> Optional.ofNullable(result.cpuRatio())));
        all.add(new Headline("of raw by rate", result -> Optional.ofNullable(result.rateRatio())));
        return List.copyOf(all);
    }

    private static Headline cost(String name, ToDoubleFunction<Costs> figure) {
        return new Headline(name, result -> Optional.ofNullable(result.costs()).map(figure::applyAsDouble));
    }

    private static Headline raw(String name, ToDoubleFunction<Yardstick> figure) {
        return new Headline(
                name, result -> Optional.ofNullable(result.yardstick()).map(figure::applyAsDouble));
    }

    private static RunReport.Figure latency(ToDoubleFunction<Percentiles> figure) {
        return result -> Optional.ofNullable(result.latency()).map(figure::applyAsDouble);
    }

    private static RunReport.Figure more(String name) {
        return result -> Optional.ofNullable(result.more().get(name));
    }

    /** Of those results that have it, in their order. */
    List<Double> of(List<ScenarioResult> results) {
        return results.stream().map(figure::of).flatMap(Optional::stream).toList();
    }
}
