package io.igregulator.webhooks.worker.fanout;

import io.igregulator.webhooks.id.EndpointId;

/**
 * An endpoint that gets an event.
 *
 * @param event the event's place in its batch
 * @param version the endpoint's version at the time of the decision
 */
record Recipient(int event, EndpointId endpoint, long version) {}
