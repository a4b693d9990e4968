package io.igregulator.webhooks.worker.recovery;

import io.igregulator.webhooks.id.DeliveryId;
import io.igregulator.webhooks.id.EndpointId;
import io.igregulator.webhooks.id.RecoveryId;
import java.time.Instant;

/**
 * A recovery that this worker holds for one step.
 *
 * @param until without it
 * @param position behind which it goes on
 */
record Recovery(RecoveryId id, EndpointId endpoint, Instant until, Position position) {
    /** A delivery in the order that recoveries go through them. */
    record Position(Instant createdAt, DeliveryId delivery) {}
}
