package io.igregulator.webhooks.chaos.watch;

import io.igregulator.webhooks.id.EndpointId;
import io.igregulator.webhooks.id.EventId;

/** A delivery as the platform recorded it. */
public record DeliveryRow(EndpointId endpoint, EventId event, String status, int attempts) {}
