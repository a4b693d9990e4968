package io.igregulator.webhooks.worker.waiting;

import io.igregulator.webhooks.id.EndpointId;
import java.util.List;

/**
 * What one claim took.
 *
 * @param drained endpoints of which nothing more is due
 */
record Claim(List<ClaimedDelivery> deliveries, List<EndpointId> drained) {
    static final Claim NOTHING = new Claim(List.of(), List.of());

    Claim {
        deliveries = List.copyOf(deliveries);
        drained = List.copyOf(drained);
    }
}
