package io.igregulator.webhooks.benchmark.run;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.igregulator.webhooks.benchmark.measure.Percentiles;
import io.igregulator.webhooks.benchmark.measure.Point;
import io.igregulator.webhooks.benchmark.measure.Verification;
import io.igregulator.webhooks.benchmark.raw.Yardstick;
import io.igregulator.webhooks.benchmark.scenario.Kind;
import io.igregulator.webhooks.benchmark.scenario.Scenario;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one scenario came to.
 *
 * @param yardstick what the machine gives for the same requests
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
        @Nullable Yardstick yardstick,
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

    /** Of a scenario in which nothing is delivered. */
    static ScenarioResult withoutDeliveries(
            Scenario scenario, double perSecond, Platform platform, Map<String, Double> figures) {
        return new ScenarioResult(
                scenario,
                perSecond,
                null,
                null,
                List.of(),
                null,
                null,
                platform.processes().peakBytes(),
                0,
                platform.startSeconds(),
                null,
                List.of(),
                figures);
    }

    public boolean passed() {
        return verification == null || verification.passed();
    }

    /** Raw's processor time per POST over a delivery's, client and receiver against all processes. */
    @JsonProperty(access = JsonProperty.Access.READ_ONLY)
    public @Nullable Double cpuRatio() {
        return yardstick == null || costs == null || !saturated()
                ? null
                : yardstick.rawCpuMicros() / costs.totalCpuMicros();
    }

    /** Deliveries per second over raw's POSTs. */
    @JsonProperty(access = JsonProperty.Access.READ_ONLY)
    public @Nullable Double rateRatio() {
        return yardstick == null || !saturated() ? null : deliveriesPerSecond / yardstick.rawPostsPerSecond();
    }

    /** A rate is chosen, not reached, and what is not busy costs more per delivery. */
    private boolean saturated() {
        return scenario.kind() == Kind.SATURATE || scenario.kind() == Kind.BURST;
    }

    ScenarioResult beside(Yardstick measured) {
        return new ScenarioResult(
                scenario,
                deliveriesPerSecond,
                measured,
                latency,
                latencyCurve,
                disk,
                costs,
                peakBytes,
                heapBytes,
                startSeconds,
                verification,
                perSecond,
                more);
    }
}
