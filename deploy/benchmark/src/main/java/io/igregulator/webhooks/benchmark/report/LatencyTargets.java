package io.igregulator.webhooks.benchmark.report;

import io.igregulator.webhooks.benchmark.run.ScenarioResult;
import java.util.Optional;
import java.util.OptionalDouble;

/** The targets of latency at a fifth of the maximum. */
final class LatencyTargets {
    private static final double P50_MILLIS = 8;
    private static final double P99_MILLIS = 60;

    /** No delivery is faster than the commit of its event: a slower disk says nothing of the platform. */
    private static final double DISK_P99_MILLIS = 10;

    private final RunReport report;

    LatencyTargets(RunReport report) {
        this.report = report;
    }

    Target median() {
        var p50 = report.find("latency")
                .map(ScenarioResult::latency)
                .map(latency -> OptionalDouble.of(latency.p50()))
                .orElse(OptionalDouble.empty());
        return Target.atMost("latency p50 at a fifth", "at most 8 ms", p50, P50_MILLIS, " ms");
    }

    Target tail() {
        String what = "latency p99 at a fifth";
        String wanted = "at most 60 ms where the disk's p99 is below 10 ms";
        var result = report.find("latency").orElse(null);
        var latency = result == null ? null : result.latency();
        var disk = result == null ? null : result.disk();
        if (latency == null || disk == null) {
            return Target.unknown(what, wanted);
        }
        var verdict = disk.p99() < DISK_P99_MILLIS ? Verdict.of(latency.p99() <= P99_MILLIS) : Verdict.NOT_JUDGED;
        return new Target(
                what, wanted, Figures.any(latency.p99()) + " ms, disk p99 " + Figures.any(disk.p99()) + " ms", verdict);
    }

    Target hanging() {
        return Target.atMost(
                "hanging neighbours",
                "healthy p99 at most 1.2 x without",
                report.compared(
                        "hanging",
                        result -> Optional.ofNullable(result.latency()).map(latency -> latency.p99())),
                1.2,
                " x");
    }
}
