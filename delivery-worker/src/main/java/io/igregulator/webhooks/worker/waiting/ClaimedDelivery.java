package io.igregulator.webhooks.worker.waiting;

import io.igregulator.webhooks.event.Body;
import io.igregulator.webhooks.event.EventType;
import io.igregulator.webhooks.id.AccountId;
import io.igregulator.webhooks.id.DeliveryId;
import io.igregulator.webhooks.id.EndpointId;
import io.igregulator.webhooks.id.EventId;
import io.igregulator.webhooks.sql.Rows;
import io.igregulator.webhooks.worker.delivery.Attempts;
import io.igregulator.webhooks.worker.delivery.Delivery;
import io.igregulator.webhooks.worker.delivery.Ticket;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
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
                new DeliveryId(Rows.uuid(row, "delivery_id")),
                new EndpointId(Rows.uuid(row, "endpoint_id")),
                new AccountId(Rows.uuid(row, "account_id")),
                new EventId(Rows.uuid(row, "event_id")),
                EventType.ofCode(row.getInt("event_type")).wireName(),
                new Attempts(row.getInt("attempts"), row.getInt("attempts_before_resend")),
                row.getLong("version"),
                Rows.instant(row, "created_at"),
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
                ticket,
                null);
    }
}
