package io.igregulator.webhooks.benchmark.report;

import io.igregulator.webhooks.benchmark.measure.Percentiles;
import io.igregulator.webhooks.benchmark.raw.RawResult;
import io.igregulator.webhooks.benchmark.raw.Yardstick;
import io.igregulator.webhooks.benchmark.run.Costs;
import io.igregulator.webhooks.benchmark.run.ScenarioResult;
import io.igregulator.webhooks.benchmark.scenario.ScenarioFiles;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Results of runs that did not happen. */
public final class Measured {
    private Measured() {}

    /** Raw took {@code rawMicros} per POST before and after. */
    public static ScenarioResult result(
            String scenario, double perSecond, double micros, double rawPerSecond, double rawMicros) {
        var raw = new RawResult(200, 10, rawPerSecond, 0, rawMicros - 14, 14, 6000);
        return result(scenario, perSecond, micros, 5, 5, new Yardstick(raw, raw, raw));
    }

    static ScenarioResult latency(double p99, double diskP99) {
        var raw = new RawResult(200, 10, 40_000, 0, 36, 14, 6000);
        return result("latency", 1_000, 500, p99, diskP99, new Yardstick(raw, null, raw));
    }

    private static ScenarioResult result(
            String scenario, double perSecond, double micros, double p99, double diskP99, Yardstick yardstick) {
        return new ScenarioResult(
                Objects.requireNonNull(ScenarioFiles.read(Path.of("scenarios"), false, Map.of())
                        .get(scenario)),
                perSecond,
                yardstick,
                new Percentiles(1, 5, 5, p99, p99),
                List.of(),
                new Percentiles(1, 1, 1, diskP99, diskP99),
                new Costs(Map.of("worker", micros - 30, "receiver", 20.0, "publisher", 10.0), 14_336, 1, 300, 1, 1, 1),
                Map.of(),
                0,
                1,
                null,
                List.of(),
                Map.of());
    }

    static RunReport report(ScenarioResult... results) {
        return new RunReport(
                "commit", "command", new Machine(2, "", 0, "", ""), Instant.EPOCH, List.of(results), Map.of());
    }
}
