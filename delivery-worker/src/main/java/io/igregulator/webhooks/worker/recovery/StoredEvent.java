package io.igregulator.webhooks.worker.recovery;

import io.igregulator.webhooks.id.DeliveryId;
import io.igregulator.webhooks.id.EventId;
import io.igregulator.webhooks.worker.recipient.Audience;
import java.time.Instant;
import java.util.Optional;

/**
 * A stored event, and the delivery that the endpoint would have of it.
 *
 * @param audience empty for an event of another account, or one whose body is gone
 * @param publishedAt when Kafka took it
 */
record StoredEvent(
        StoredPlace place, EventId id, DeliveryId delivery, Optional<Audience> audience, Instant publishedAt) {}
