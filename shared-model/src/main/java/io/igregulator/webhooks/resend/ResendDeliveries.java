package io.igregulator.webhooks.resend;

import io.igregulator.webhooks.history.DeliveryStatus;
import io.igregulator.webhooks.id.DeliveryId;
import io.igregulator.webhooks.id.EndpointId;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;

/**
 * Makes deliveries pending and due once more, within the caller's transaction: the same ids and bytes, attempt numbers that
 * go on, a retry schedule and an age that start afresh. The caller keeps the endpoint from being deleted meanwhile.
 */
public final class ResendDeliveries {
    /** A delivery that was tried so often is not sent again: its list of attempts has to end somewhere. */
    public static final int MAX_ATTEMPTS = 100;

    private final JdbcClient jdbc;

    public ResendDeliveries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Those that ended, and those that wait for a later time. What is due or being attempted is left alone, and so is what
     * cannot be sent: its event is gone, or it was tried too often.
     *
     * @return those that are sent once more
     */
    public Set<DeliveryId> resend(EndpointId endpoint, Collection<DeliveryId> deliveries, Instant now) {
        OffsetDateTime due = now.atOffset(ZoneOffset.UTC);
        List<UUID> again = lock(endpoint, deliveries, due);
        if (!again.isEmpty()) {
            keepFirstSuccesses(again);
            makeWait(again, due);
            makeDue(endpoint, due);
        }
        return Set.copyOf(again.stream().map(DeliveryId::new).toList());
    }

    private List<UUID> lock(EndpointId endpoint, Collection<DeliveryId> deliveries, OffsetDateTime now) {
        return jdbc.sql("""
                        SELECT d.id
                        FROM delivery d
                        WHERE d.id = ANY (?) AND d.endpoint_id = ? AND d.attempt_count < ?
                            AND (d.completed_at IS NOT NULL OR EXISTS (
                                -- A claim moves this time and not the delivery's: equal means in nobody's hands.
                                SELECT FROM waiting_delivery w
                                WHERE w.delivery_id = d.id AND w.due_at = d.next_attempt_at AND w.due_at > ?))
                            -- Not EXISTS, which the planner may turn into a join that reads every event.
                            AND (SELECT true FROM event v WHERE v.id = d.event_id)
                        ORDER BY d.id
                        FOR NO KEY UPDATE OF d
                        """)
                .param(array(deliveries.stream().map(DeliveryId::value).toList()))
                .param(endpoint.value())
                .param(MAX_ATTEMPTS)
                .param(now)
                .query((row, number) -> row.getObject("id", UUID.class))
                .list();
    }

    /** What their rows say of an attempt is about to be overwritten. */
    private void keepFirstSuccesses(List<UUID> deliveries) {
        jdbc.sql("""
                        INSERT INTO attempt (delivery_id, number, started_at, http_status, latency_ms, error, response_body)
                        SELECT delivery_id, number, started_at, http_status, latency_ms, error, response_body
                        FROM first_success
                        WHERE delivery_id = ANY (?)
                        ORDER BY delivery_id
                        ON CONFLICT (delivery_id, number) DO NOTHING
                        """).param(array(deliveries)).update();
    }

    private void makeWait(List<UUID> deliveries, OffsetDateTime now) {
        jdbc.sql("""
                        WITH again AS (
                            UPDATE delivery
                            SET status = ?, next_attempt_at = ?, completed_at = NULL,
                                attempts_before_resend = attempt_count, response_body = NULL
                            WHERE id = ANY (?)
                            RETURNING id, endpoint_id, event_id, event_type, attempt_count, next_attempt_at
                        )
                        INSERT INTO waiting_delivery (delivery_id, endpoint_id, event_id, event_type, attempts,
                            attempts_before_resend, due_at, created_at)
                        SELECT id, endpoint_id, event_id, event_type, attempt_count, attempt_count, next_attempt_at,
                            next_attempt_at
                        FROM again
                        ORDER BY id
                        ON CONFLICT (delivery_id) DO UPDATE SET
                            attempts = EXCLUDED.attempts,
                            attempts_before_resend = EXCLUDED.attempts_before_resend,
                            due_at = EXCLUDED.due_at,
                            created_at = EXCLUDED.created_at
                        """)
                .param(DeliveryStatus.PENDING.code())
                .param(now)
                .param(array(deliveries))
                .update();
    }

    /** A shard that is not known here stays null until a worker fills it in. */
    private void makeDue(EndpointId endpoint, OffsetDateTime now) {
        jdbc.sql("""
                        INSERT INTO endpoint_queue AS q (endpoint_id, next_due_at) VALUES (?, ?)
                        ON CONFLICT (endpoint_id) DO UPDATE SET
                            next_due_at = LEAST(q.next_due_at, EXCLUDED.next_due_at)
                        """).param(endpoint.value()).param(now).update();
    }

    private static SqlArrayValue array(List<UUID> ids) {
        return new SqlArrayValue("uuid", ids.toArray());
    }
}
