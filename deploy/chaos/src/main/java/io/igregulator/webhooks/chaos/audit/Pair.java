package io.igregulator.webhooks.chaos.audit;

import io.igregulator.webhooks.id.EndpointId;
import io.igregulator.webhooks.id.EventId;

/** One event for one endpoint. */
record Pair(EventId event, EndpointId endpoint) {}
