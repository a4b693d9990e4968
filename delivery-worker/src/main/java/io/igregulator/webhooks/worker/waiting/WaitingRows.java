package io.igregulator.webhooks.worker.waiting;

import io.igregulator.webhooks.id.EndpointId;
import io.igregulator.webhooks.sql.Columns;
import io.igregulator.webhooks.sql.Rows;
import io.igregulator.webhooks.sql.SqlTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The lower level of a claim: the waiting rows of endpoints whose queue rows the claim has locked. */
final class WaitingRows {
    private static final String DUE = """
            SELECT w.delivery_id
            FROM unnest(?, ?) AS q (endpoint_id, capacity)
            CROSS JOIN LATERAL (
                SELECT delivery_id
                FROM waiting_delivery
                WHERE endpoint_id = q.endpoint_id AND due_at <= ?
                ORDER BY due_at
                LIMIT q.capacity
            ) w
            """;
    // A claimed row is due at the end of its lease, which no other row is.
    private static final String FIRST = """
            SELECT w.delivery_id
            FROM unnest(?, ?) AS q (endpoint_id, capacity)
            CROSS JOIN LATERAL (
                SELECT delivery_id
                FROM waiting_delivery
                WHERE endpoint_id = q.endpoint_id AND due_at <> ALL (ARRAY(SELECT lease_end FROM claim))
                ORDER BY due_at
                LIMIT q.capacity
            ) w
            """;
    private static final String LEASE = """
            WITH leased AS (
                UPDATE waiting_delivery SET due_at = ?
                WHERE delivery_id = ANY (?)
                RETURNING *
            )
            SELECT l.delivery_id, l.endpoint_id, l.event_id, l.event_type, l.attempts,
                l.attempts_before_resend, l.created_at, q.shard, e.account_id, e.version, v.body,
                d.completed_at IS NOT NULL AS completed
            FROM leased l
            JOIN endpoint_queue q ON q.endpoint_id = l.endpoint_id
            JOIN endpoint e ON e.id = l.endpoint_id
            LEFT JOIN event v ON v.id = l.event_id
            LEFT JOIN delivery d ON d.id = l.delivery_id
            """;
    // Asked again: a resend may have made it pending since the row was read, and then it stays.
    private static final String REMOVE_COMPLETED = """
            DELETE FROM waiting_delivery w
            USING delivery d
            WHERE w.delivery_id = ANY (?) AND d.id = w.delivery_id AND d.completed_at IS NOT NULL
            """;

    private final JdbcClient jdbc;

    WaitingRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Moves the due time of what is claimed to the end of the lease.
     *
     * @param taking how many deliveries at most that are due, per endpoint
     * @param takingEarly how many at most whether they are due or not
     */
    List<ClaimedDelivery> lease(
            Map<EndpointId, Integer> taking, Map<EndpointId, Integer> takingEarly, Instant now, Instant leaseEnd) {
        List<UUID> due = new ArrayList<>(due(taking, now));
        due.addAll(first(takingEarly));
        if (due.isEmpty()) {
            return List.of();
        }
        return jdbc.sql(LEASE)
                .param(SqlTime.of(leaseEnd))
                .param(Columns.of("uuid", due))
                .query(ClaimedDelivery::of)
                .list();
    }

    /**
     * A statement of its own: the planner estimates an unknown limit as 10 % of the table, and would read all
     * of the table to update that much.
     */
    private List<UUID> due(Map<EndpointId, Integer> taking, Instant now) {
        if (taking.isEmpty()) {
            return List.of();
        }
        return jdbc.sql(DUE)
                .param(Columns.of("uuid", taking.keySet(), EndpointId::value))
                .param(Columns.of("int4", taking.values()))
                .param(SqlTime.of(now))
                .query((row, number) -> Rows.uuid(row, 1))
                .list();
    }

    private List<UUID> first(Map<EndpointId, Integer> taking) {
        if (taking.isEmpty()) {
            return List.of();
        }
        return jdbc.sql(FIRST)
                .param(Columns.of("uuid", taking.keySet(), EndpointId::value))
                .param(Columns.of("int4", taking.values()))
                .query((row, number) -> Rows.uuid(row, 1))
                .list();
    }

    /** What another owner ended after this row was written: while two overlap, a failure may be recorded after a success. */
    void removeCompleted(List<ClaimedDelivery> claimed) {
        List<ClaimedDelivery> completed =
                claimed.stream().filter(ClaimedDelivery::completed).toList();
        if (!completed.isEmpty()) {
            jdbc.sql(REMOVE_COMPLETED)
                    .param(Columns.of(
                            "uuid", completed, delivery -> delivery.id().value()))
                    .update();
        }
    }
}
