package io.igregulator.webhooks.benchmark.report;

import io.igregulator.webhooks.benchmark.run.Costs;
import io.igregulator.webhooks.benchmark.run.ScenarioResult;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** The project's targets: two cores that everything shares, one worker. */
final class Targets {
    private static final double HEAP_MIB = 256;
    private static final double GARBAGE_KB = 14;

    /** What {@code https-cold} reached with the client before this one, in results/2026-11-22-tls. */
    private static final double COLD_PER_SECOND = 409;

    /** What happens to be in flight at either end differs. */
    private static final double SAME = 1.1;

    private final RunReport report;

    private Targets(RunReport report) {
        this.report = report;
    }

    static List<Target> of(RunReport report) {
        var targets = new Targets(report);
        var raw = new RawTargets(report);
        var latency = new LatencyTargets(report);
        return List.of(
                raw.ratio("steady", "steady", 0.5),
                raw.cost("steady, per delivery", "steady"),
                targets.garbage(),
                raw.ratio("backlog drain", "drain", 0.5),
                raw.cost("backlog drain, per delivery", "drain"),
                raw.ratio("one endpoint", "one-endpoint", 0.4),
                raw.ratio("backlog drain, one endpoint", "drain-one-endpoint", 0.4),
                raw.fanOut(),
                latency.median(),
                latency.tail(),
                latency.hanging(),
                targets.waiting(),
                targets.claim(),
                targets.sparse(),
                targets.httpsWarm(),
                targets.httpsCold(),
                targets.heap(),
                targets.growth(),
                targets.start());
    }

    private Target garbage() {
        var kilobytes = report.find("steady")
                .map(ScenarioResult::costs)
                .map(costs -> OptionalDouble.of(costs.allocatedBytes() / 1024))
                .orElse(OptionalDouble.empty());
        return Target.atMost("steady, garbage", "at most 14 KB per delivery", kilobytes, GARBAGE_KB, " KB");
    }

    private Target httpsWarm() {
        return Target.atLeast(
                "https-warm",
                "at least 0.7 of steady's deliveries/s",
                report.compared("https-warm", result -> Optional.of(result.deliveriesPerSecond())),
                0.7,
                " of steady");
    }

    private Target httpsCold() {
        var rate = report.find("https-cold")
                .map(result -> OptionalDouble.of(result.deliveriesPerSecond()))
                .orElse(OptionalDouble.empty());
        return Target.atLeast(
                "https-cold", "at least 409/s, as in results/2026-11-22-tls", rate, COLD_PER_SECOND, "/s");
    }

    private Target waiting() {
        return Target.atLeast(
                "1 000 000 waiting rows",
                "fresh throughput at least 0.9 of without",
                report.compared("waiting", result -> Optional.of(result.deliveriesPerSecond())),
                0.9,
                " of without");
    }

    private Target claim() {
        return Target.atMost(
                "1 000 000 waiting rows, claim", "p99 at most 20 ms", more("claims", "claim_ms_p99"), 20, " ms");
    }

    private Target sparse() {
        return Target.atMost(
                "100 000 endpoints",
                "CPU per delivery at most 1.3 x that at 200",
                report.compared(
                        "sparse", result -> Optional.ofNullable(result.costs()).map(Costs::platformCpuMicros)),
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
}
