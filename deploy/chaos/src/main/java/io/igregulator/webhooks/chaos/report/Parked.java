package io.igregulator.webhooks.chaos.report;

import io.igregulator.webhooks.chaos.watch.WaitingOverTime;
import io.igregulator.webhooks.id.EndpointId;
import java.util.Set;

/**
 * The most rows of {@code waiting_delivery} that were seen at one time, retries among them.
 *
 * @param ofHealthy near 0, whatever the faults were: a worker that is short of anything pauses partitions instead
 * @param ofOthers of endpoints that misbehaved or were changed
 */
public record Parked(long ofHealthy, long ofOthers) {
    public static Parked of(WaitingOverTime waiting, Set<EndpointId> healthy) {
        return new Parked(waiting.peak(healthy::contains), waiting.peak(endpoint -> !healthy.contains(endpoint)));
    }
}
