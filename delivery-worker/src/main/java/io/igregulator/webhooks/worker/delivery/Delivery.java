package io.igregulator.webhooks.worker.delivery;

import io.igregulator.webhooks.event.Body;
import io.igregulator.webhooks.event.TraceParent;
import io.igregulator.webhooks.id.AccountId;
import io.igregulator.webhooks.id.DeliveryId;
import io.igregulator.webhooks.id.EndpointId;
import io.igregulator.webhooks.id.EventId;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One event on its way to one endpoint.
 *
 * @param account whose endpoint it is, and whose share of the worker it takes
 * @param eventType wire name
 * @param body the bytes to send, on every attempt the same
 * @param waiting whether a waiting row exists for it, which its end must remove
 * @param endpointVersion a cached endpoint older than this must be reloaded
 * @param publishedAt when Kafka took the event
 * @param shard the partition its endpoint belongs to
 * @param trace what its event came with, if that is still known and attempts are traced
 */
public record Delivery(
        DeliveryId id,
        EndpointId endpoint,
        AccountId account,
        EventId event,
        String eventType,
        Body body,
        Attempts attempts,
        boolean waiting,
        long endpointVersion,
        Instant publishedAt,
        int shard,
        Ticket ticket,
        @Nullable TraceParent trace) {
    public Delivery {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(endpoint, "endpoint");
        Objects.requireNonNull(account, "account");
        Objects.requireNonNull(event, "event");
        Objects.requireNonNull(eventType, "eventType");
        Objects.requireNonNull(body, "body");
        Objects.requireNonNull(attempts, "attempts");
        Objects.requireNonNull(publishedAt, "publishedAt");
        Objects.requireNonNull(ticket, "ticket");
    }

    /** The number of the attempt that comes next, counted from 1. */
    public int nextAttempt() {
        return attempts.next();
    }

    /** Whether it comes straight from Kafka: neither tried nor made to wait before. */
    public boolean fresh() {
        return attempts.made() == 0 && !waiting;
    }

    public Delivery withTicket(Ticket other) {
        return new Delivery(
                id,
                endpoint,
                account,
                event,
                eventType,
                body,
                attempts,
                waiting,
                endpointVersion,
                publishedAt,
                shard,
                other,
                trace);
    }
}
