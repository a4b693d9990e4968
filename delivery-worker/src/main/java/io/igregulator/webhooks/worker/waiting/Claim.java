package io.igregulator.webhooks.worker.waiting;

import io.igregulator.webhooks.id.EndpointId;
import java.time.Instant;
import java.util.List;

/**
 * What one claim took.
 *
 * @param leaseEnd until when it holds
 * @param drained endpoints of which nothing more is due
 * @param ended to be called when all deliveries are recorded
 */
record Claim(List<ClaimedDelivery> deliveries, Instant leaseEnd, List<EndpointId> drained, Runnable ended) {
    static final Claim NOTHING = new Claim(List.of(), Instant.MIN, List.of(), () -> {});

    Claim {
        deliveries = List.copyOf(deliveries);
        drained = List.copyOf(drained);
    }
}
