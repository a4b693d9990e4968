package io.igregulator.webhooks.benchmark.report;

import io.igregulator.webhooks.benchmark.run.Costs;
import io.igregulator.webhooks.benchmark.run.ScenarioResult;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;

/** The project's targets: two cores, everything but the receiver's work counted, one worker. */
final class Targets {
    private static final double HEAP_MIB = 256;

    /** What happens to be in flight at either end differs. */
    private static final double SAME = 1.1;

    private final RunReport report;

    private Targets(RunReport report) {
        this.report = report;
    }

    static List<Target> of(RunReport report) {
        var targets = new Targets(report);
        return List.of(
                targets.ratio("steady", "steady"),
                targets.ratio("backlog drain", "drain"),
                targets.ratio("one endpoint", "one-endpoint"),
                targets.ratio("backlog drain, one endpoint", "drain-one-endpoint"),
                targets.fanOut(),
                targets.latency("latency p50 at a fifth", 50, 15),
                targets.latency("latency p99 at a fifth", 99, 60),
                targets.hanging(),
                targets.waiting(),
                targets.claim(),
                targets.sparse(),
                targets.heap(),
                targets.growth(),
                targets.start());
    }

    private Target ratio(String what, String scenario) {
        var ratio = report.find(scenario).map(ScenarioResult::ratio).stream()
                .filter(Objects::nonNull)
                .mapToDouble(Double::doubleValue)
                .findFirst();
        return atLeast(what, "at least 0.5 of raw", ratio, 0.5, " of raw");
    }

    private Target fanOut() {
        String wanted = "within 2 x the raw time of 10 000 POSTs";
        var burst = more("fan-out", "burst_seconds_p50");
        var raw = more("fan-out", "burst_raw_seconds");
        if (burst.isEmpty() || raw.isEmpty()) {
            return Target.unknown("fan-out to 10 000", wanted);
        }
        double times = burst.getAsDouble() / raw.getAsDouble();
        return Target.measured(
                "fan-out to 10 000",
                wanted,
                Figures.hundredths(burst.getAsDouble()) + " s, " + Figures.hundredths(times) + " x",
                times <= 2);
    }

    private Target latency(String what, int percent, double most) {
        var value = report.find("latency")
                .map(ScenarioResult::latency)
                .map(latency -> OptionalDouble.of(percent == 50 ? latency.p50() : latency.p99()))
                .orElse(OptionalDouble.empty());
        return atMost(what, "at most " + Figures.whole(most) + " ms", value, most, " ms");
    }

    private Target hanging() {
        return atMost(
                "hanging neighbours",
                "healthy p99 at most 1.2 x without",
                compared(
                        "hanging",
                        result -> Optional.ofNullable(result.latency()).map(latency -> latency.p99())),
                1.2,
                " x");
    }

    private Target waiting() {
        return atLeast(
                "1 000 000 waiting rows",
                "fresh throughput at least 0.9 of without",
                compared("waiting", result -> Optional.of(result.deliveriesPerSecond())),
                0.9,
                " of without");
    }

    private Target claim() {
        return atMost("1 000 000 waiting rows, claim", "p99 at most 20 ms", more("claims", "claim_ms_p99"), 20, " ms");
    }

    private Target sparse() {
        return atMost(
                "100 000 endpoints",
                "CPU a delivery at most 1.3 x that at 200",
                compared("sparse", result -> Optional.ofNullable(result.costs()).map(Costs::platformCpuMicros)),
                1.3,
                " x");
    }

    private Target heap() {
        var most = report.results().stream()
                .filter(result -> result.heapBytes() > 0)
                .mapToDouble(result -> result.heapBytes() / (1 << 20))
                .max();
        String wanted = "within 256 MiB in every scenario";
        if (most.isEmpty()) {
            return Target.unknown("worker's heap", wanted);
        }
        // The JVM never has more; a worker that needs more ends, and its scenario with it.
        return Target.measured(
                "worker's heap",
                wanted,
                Figures.any(most.getAsDouble()) + " MiB at most",
                most.getAsDouble() <= HEAP_MIB && report.passed());
    }

    private Target growth() {
        String what = "worker's live heap over 10 minutes";
        String wanted = "no growth";
        var before = more("soak", "live_heap_mib_before");
        var after = more("soak", "live_heap_mib_after");
        if (before.isEmpty() || after.isEmpty()) {
            return Target.unknown(what, wanted);
        }
        return Target.measured(
                what,
                wanted,
                Figures.tenths(before.getAsDouble()) + " MiB, then " + Figures.tenths(after.getAsDouble()) + " MiB",
                after.getAsDouble() <= before.getAsDouble() * SAME);
    }

    private Target start() {
        var worker = more("start", "worker_start_seconds_p50");
        var api = more("start", "api_start_seconds_p50");
        String wanted = "ready within 5 s after its dependencies";
        if (worker.isEmpty() || api.isEmpty()) {
            return Target.unknown("start", wanted);
        }
        return Target.measured(
                "start",
                wanted,
                "worker " + Figures.tenths(worker.getAsDouble()) + " s, api " + Figures.tenths(api.getAsDouble())
                        + " s",
                Math.max(worker.getAsDouble(), api.getAsDouble()) <= 5);
    }

    private OptionalDouble more(String scenario, String figure) {
        return report.find(scenario)
                .map(result -> result.more().get(figure))
                .map(OptionalDouble::of)
                .orElse(OptionalDouble.empty());
    }

    /** A figure of a scenario as a multiple of its baseline's. */
    private OptionalDouble compared(String scenario, Figure figure) {
        var result = report.find(scenario);
        var value = result.flatMap(figure::of);
        var without = result.flatMap(report::baseline).flatMap(figure::of);
        return value.isEmpty() || without.isEmpty()
                ? OptionalDouble.empty()
                : OptionalDouble.of(value.get() / without.get());
    }

    private static Target atLeast(String what, String wanted, OptionalDouble value, double least, String unit) {
        return value.isEmpty()
                ? Target.unknown(what, wanted)
                : Target.measured(what, wanted, Figures.any(value.getAsDouble()) + unit, value.getAsDouble() >= least);
    }

    private static Target atMost(String what, String wanted, OptionalDouble value, double most, String unit) {
        return value.isEmpty()
                ? Target.unknown(what, wanted)
                : Target.measured(what, wanted, Figures.any(value.getAsDouble()) + unit, value.getAsDouble() <= most);
    }

    private interface Figure {
        Optional<Double> of(ScenarioResult result);
    }
}
