package io.igregulator.webhooks.api.explain;

import io.igregulator.webhooks.event.EventEnvelope;
import java.time.Instant;

/**
 * An event's place in the order in which fan-out stores events: the moment that decides who gets it.
 *
 * @param transaction the number of the transaction that stored it, as PostgreSQL writes it
 */
record FannedOut(EventEnvelope event, String transaction, Instant at) {}
