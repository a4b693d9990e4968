package io.igregulator.webhooks.resend;

import io.igregulator.webhooks.history.DeliveryStatus;
import io.igregulator.webhooks.id.DeliveryId;
import io.igregulator.webhooks.id.EndpointId;
import io.igregulator.webhooks.sql.Columns;
import io.igregulator.webhooks.sql.Rows;
import io.igregulator.webhooks.sql.SqlTime;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Makes deliveries pending and due once more, within the caller's transaction: the same ids and bytes, attempt numbers that
 * continue, a retry schedule and an age that start from the beginning. The caller keeps the endpoint from being deleted
 * during it.
 */
public final class ResendDeliveries {
    /** A delivery that was tried so often is not sent again: its list of attempts has to end somewhere. */
    public static final int MAX_ATTEMPTS = 100;

    private static final String FIND = """
            SELECT d.id
            FROM delivery d
            WHERE d.id = ANY (?) AND d.endpoint_id = ? AND d.attempt_count < ?
                AND (d.completed_at IS NOT NULL OR EXISTS (
                    -- A claim moves this time and not the delivery's: equal means that no worker has it.
                    SELECT FROM waiting_delivery w
                    WHERE w.delivery_id = d.id AND w.due_at = d.next_attempt_at AND w.due_at > ?))
                -- Not EXISTS, which the planner may turn into a join that reads every event.
                AND (SELECT true FROM event v WHERE v.id = d.event_id)
            ORDER BY d.id
            """;
    private static final String LOCK = FIND + "FOR NO KEY UPDATE OF d";
    private static final String KEEP_FIRST_SUCCESSES = """
            INSERT INTO attempt (delivery_id, number, started_at, http_status, latency_ms, error, response_body)
            SELECT delivery_id, number, started_at, http_status, latency_ms, error, response_body
            FROM first_success
            WHERE delivery_id = ANY (?)
            ORDER BY delivery_id
            ON CONFLICT (delivery_id, number) DO NOTHING
            """;
    private static final String MAKE_WAIT = """
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
            """;

    private final JdbcClient jdbc;
    private final MakeDue makeDue;

    public ResendDeliveries(JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.makeDue = new MakeDue(jdbc);
    }

    /**
     * Those that ended, and those that wait for a later time. What is due or being attempted is left alone, and so is what
     * cannot be sent: its event is gone, or it was tried too often.
     *
     * @return those that are sent once more
     */
    public Set<DeliveryId> resend(EndpointId endpoint, Collection<DeliveryId> deliveries, Instant now) {
        OffsetDateTime due = SqlTime.of(now);
        List<UUID> again = find(LOCK, endpoint, deliveries, due);
        if (!again.isEmpty()) {
            keepFirstSuccesses(again);
            makeWait(again, due);
            makeDue.at(endpoint, now);
        }
        return Set.copyOf(again.stream().map(DeliveryId::new).toList());
    }

    /** How many of them {@link #resend} would send once more now. */
    public int count(EndpointId endpoint, Collection<DeliveryId> deliveries, Instant now) {
        return find(FIND, endpoint, deliveries, SqlTime.of(now)).size();
    }

    private List<UUID> find(String sql, EndpointId endpoint, Collection<DeliveryId> deliveries, OffsetDateTime now) {
        return jdbc.sql(sql)
                .param(Columns.of("uuid", deliveries, DeliveryId::value))
                .param(endpoint.value())
                .param(MAX_ATTEMPTS)
                .param(now)
                .query((row, number) -> Rows.uuid(row, "id"))
                .list();
    }

    /** What their rows say of an attempt is about to be overwritten. */
    private void keepFirstSuccesses(List<UUID> deliveries) {
        jdbc.sql(KEEP_FIRST_SUCCESSES).param(Columns.of("uuid", deliveries)).update();
    }

    private void makeWait(List<UUID> deliveries, OffsetDateTime now) {
        jdbc.sql(MAKE_WAIT)
                .param(DeliveryStatus.PENDING.code())
                .param(now)
                .param(Columns.of("uuid", deliveries))
                .update();
    }
}
