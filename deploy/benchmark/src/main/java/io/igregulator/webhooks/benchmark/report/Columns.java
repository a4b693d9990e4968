package io.igregulator.webhooks.benchmark.report;

import io.igregulator.webhooks.benchmark.measure.Percentiles;
import io.igregulator.webhooks.benchmark.run.Costs;
import io.igregulator.webhooks.benchmark.run.ScenarioResult;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What stands in each scenario's line. */
final class Columns {
    static final List<String> HEADS = List.of(
            "scenario",
            "deliveries/s",
            "CPU us",
            "with load us",
            "raw/s",
            "bare/s",
            "raw us",
            "CPU ratio",
            "rate ratio",
            "p50 ms",
            "p90 ms",
            "p99 ms",
            "max ms",
            "disk p99",
            "worker us",
            "alloc KB",
            "rows",
            "WAL B",
            "worker MB",
            "repeats");

    private Columns() {}

    static List<String> of(ScenarioResult result) {
        var yardstick = result.yardstick();
        return List.of(
                result.scenario().name(),
                Figures.whole(result.deliveriesPerSecond()),
                cost(result, "platform"),
                cost(result, "all"),
                yardstick == null ? "" : Figures.whole(yardstick.rawPostsPerSecond()),
                yardstick == null ? "" : Figures.whole(yardstick.bareExchange().postsPerSecond()),
                yardstick == null ? "" : Figures.whole(yardstick.rawCpuMicros()),
                ratio(result.cpuRatio()),
                ratio(result.rateRatio()),
                milliseconds(result.latency(), 50),
                milliseconds(result.latency(), 90),
                milliseconds(result.latency(), 99),
                milliseconds(result.latency(), 100),
                milliseconds(result.disk(), 99),
                cost(result, "worker"),
                cost(result, "allocated"),
                cost(result, "rows"),
                cost(result, "wal"),
                Figures.megabytes(result.peakBytes().getOrDefault("worker", 0L)),
                repeats(result));
    }

    private static String ratio(@Nullable Double ratio) {
        return ratio == null ? "" : Figures.hundredths(ratio);
    }

    private static String milliseconds(@Nullable Percentiles measured, int percent) {
        if (measured == null || measured.count() == 0) {
            return "";
        }
        return switch (percent) {
            case 50 -> Figures.any(measured.p50());
            case 90 -> Figures.any(measured.p90());
            case 99 -> Figures.any(measured.p99());
            default -> Figures.any(measured.max());
        };
    }

    private static String cost(ScenarioResult result, String what) {
        Costs costs = result.costs();
        if (costs == null) {
            return "";
        }
        return switch (what) {
            case "platform" -> Figures.whole(costs.platformCpuMicros());
            case "all" -> Figures.whole(costs.totalCpuMicros());
            case "worker" -> Figures.whole(costs.cpuMicros().getOrDefault("worker", 0.0));
            case "allocated" -> Figures.tenths(costs.allocatedBytes() / 1024);
            case "rows" -> Figures.hundredths(costs.rows());
            default -> Figures.whole(costs.walBytes());
        };
    }

    private static String repeats(ScenarioResult result) {
        var verification = result.verification();
        return verification == null ? "" : Long.toString(verification.repeated());
    }
}
