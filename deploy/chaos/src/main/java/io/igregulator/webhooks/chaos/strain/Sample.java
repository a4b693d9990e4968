package io.igregulator.webhooks.chaos.strain;

import io.igregulator.webhooks.chaos.latency.Percentiles;
import java.time.Duration;
import java.util.List;

/**
 * How another account fared for a while.
 *
 * @param calls how long each took
 * @param failedCalls that were not answered as they should be
 * @param deliveries from event to arrival
 * @param lost that did not arrive
 */
record Sample(List<Duration> calls, int failedCalls, List<Duration> deliveries, int lost) {
    Sample {
        calls = calls.stream().sorted().toList();
        deliveries = deliveries.stream().sorted().toList();
    }

    Duration call() {
        return Percentiles.at(0.95, calls);
    }

    Duration delivery() {
        return Percentiles.at(0.95, deliveries);
    }
}
