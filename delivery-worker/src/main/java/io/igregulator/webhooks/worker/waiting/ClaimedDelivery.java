package io.igregulator.webhooks.worker.waiting;

import io.igregulator.webhooks.event.Body;
import io.igregulator.webhooks.event.EventType;
import io.igregulator.webhooks.id.AccountId;
import io.igregulator.webhooks.id.DeliveryId;
import io.igregulator.webhooks.id.EndpointId;
import io.igregulator.webhooks.id.EventId;
import io.igregulator.webhooks.worker.delivery.Attempts;
import io.igregulator.webhooks.worker.delivery.Delivery;
import io.igregulator.webhooks.worker.delivery.Ticket;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A waiting row that this worker holds for the length of a lease.
 *
 * @param completed whether its history says that it has ended already
 * @param body null when retention dropped the event while its delivery waited
 */
record ClaimedDelivery(
        DeliveryId id,
        EndpointId endpoint,
        AccountId account,
        EventId event,
        String eventType,
        Attempts attempts,
        long endpointVersion,
        Instant publishedAt,
        int shard,
        boolean completed,
        byte @Nullable [] body) {
    private static final byte[] NO_BODY = {};

    static ClaimedDelivery of(ResultSet row, int number) throws SQLException {
        return new ClaimedDelivery(
                new DeliveryId(row.getObject("delivery_id", UUID.class)),
                new EndpointId(row.getObject("endpoint_id", UUID.class)),
                new AccountId(row.getObject("account_id", UUID.class)),
                new EventId(row.getObject("event_id", UUID.class)),
                EventType.ofCode(row.getInt("event_type")).wireName(),
                new Attempts(row.getInt("attempts"), row.getInt("attempts_before_resend")),
                row.getLong("version"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getInt("shard"),
                row.getBoolean("completed"),
                row.getBytes("body"));
    }

    boolean expired() {
        return body == null;
    }

    Delivery toDelivery(Ticket ticket) {
        return new Delivery(
                id,
                endpoint,
                account,
                event,
                eventType,
                Body.of(body == null ? NO_BODY : body),
                attempts,
                true,
                endpointVersion,
                publishedAt,
                shard,
                ticket);
    }
}
