package io.igregulator.webhooks.benchmark.run;

import io.igregulator.webhooks.benchmark.measure.Percentiles;
import io.igregulator.webhooks.benchmark.measure.Point;
import io.igregulator.webhooks.benchmark.measure.Verification;
import io.igregulator.webhooks.benchmark.raw.RawResult;
import io.igregulator.webhooks.benchmark.scenario.Scenario;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one scenario came to.
 *
 * @param ratio to the raw limit
 * @param latency milliseconds from the instant at which an event was to be published to its arrival
 * @param disk milliseconds that the disk took to keep a page, asked for at a fixed pace
 * @param peakBytes memory by process
 * @param heapBytes of the worker at the end, garbage included
 * @param startSeconds from the start of the worker's process until it was ready
 * @param perSecond deliveries in each second of the run, warm-up included
 * @param more figures that only this scenario has
 */
public record ScenarioResult(
        Scenario scenario,
        double deliveriesPerSecond,
        @Nullable RawResult raw,
        @Nullable Double ratio,
        @Nullable Percentiles latency,
        List<Point> latencyCurve,
        @Nullable Percentiles disk,
        @Nullable Costs costs,
        Map<String, Long> peakBytes,
        double heapBytes,
        double startSeconds,
        @Nullable Verification verification,
        List<Long> perSecond,
        Map<String, Double> more) {

    public boolean passed() {
        return verification == null || verification.passed();
    }
}
