package io.igregulator.webhooks.worker.waiting;

import io.igregulator.webhooks.id.EndpointId;
import io.igregulator.webhooks.sql.Columns;
import io.igregulator.webhooks.sql.Rows;
import io.igregulator.webhooks.sql.SqlTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The upper level of a claim: the queue rows of endpoints that have something waiting, within the claim's transaction. */
final class EndpointQueues {
    private static final String LOCK_DUE = """
            SELECT endpoint_id
            FROM endpoint_queue
            WHERE shard = ANY (?) AND next_due_at <= ?
            ORDER BY next_due_at
            LIMIT ?
            FOR UPDATE SKIP LOCKED
            """;
    private static final String LOCK_ENDPOINTS = """
            SELECT e.id, e.active AND e.suspended_at IS NULL AS active, coalesce(r.pending, false) AS resumed
            FROM endpoint e
            LEFT JOIN endpoint_resume r ON r.endpoint_id = e.id
            WHERE e.id = ANY (?)
            FOR KEY SHARE OF e SKIP LOCKED
            """;
    private static final String HOLD_INACTIVE =
            "UPDATE endpoint_queue SET next_due_at = 'infinity' WHERE endpoint_id = ANY (?)";
    private static final String HOLD = """
            UPDATE endpoint_queue q SET next_due_at = h.until
            FROM unnest(?, ?) AS h (endpoint_id, until)
            WHERE q.endpoint_id = h.endpoint_id
            """;
    // The first row by index each: what is asked of the whole table at once, the planner may answer by reading it
    // whole.
    private static final String ADVANCE = """
            UPDATE endpoint_queue q SET next_due_at = n.due_at
            FROM unnest(?) AS x (endpoint_id)
            CROSS JOIN LATERAL (
                SELECT due_at FROM waiting_delivery
                WHERE endpoint_id = x.endpoint_id
                ORDER BY due_at
                LIMIT 1
            ) n
            WHERE q.endpoint_id = x.endpoint_id
            RETURNING q.endpoint_id
            """;
    private static final String DELETE = "DELETE FROM endpoint_queue WHERE endpoint_id = ANY (?)";

    private final JdbcClient jdbc;

    EndpointQueues(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those of the shards that are due, the longest due first, and locked by no other worker. */
    List<EndpointId> lockDue(Collection<Integer> shards, Instant now, int limit) {
        return jdbc.sql(LOCK_DUE)
                .param(Columns.of("int4", shards))
                .param(SqlTime.of(now))
                .param(limit)
                .query(EndpointQueues::endpoint)
                .list();
    }

    /** @param resumed whether the API asks for a try now */
    record Locked(boolean active, boolean resumed) {}

    /**
     * How the endpoints are, where a suspended one counts as inactive. One that is missing is being deleted: the deletion holds
     * waiting rows already and comes for the queue row, so the claim does not wait for it. A statement of its own, after the
     * queue rows are locked: a reactivation or a request to try it now either is seen here, or waits for the lock and then makes
     * the queue due again.
     */
    Map<EndpointId, Locked> lockEndpoints(List<EndpointId> endpoints) {
        Map<EndpointId, Locked> locked = new HashMap<>();
        jdbc.sql(LOCK_ENDPOINTS)
                .param(Columns.of("uuid", endpoints, EndpointId::value))
                .query((ResultSet row) -> {
                    locked.put(
                            new EndpointId(Rows.uuid(row, "id")),
                            new Locked(row.getBoolean("active"), row.getBoolean("resumed")));
                });
        return locked;
    }

    /** Takes inactive endpoints out of the way. */
    void holdInactive(List<EndpointId> inactive) {
        if (!inactive.isEmpty()) {
            jdbc.sql(HOLD_INACTIVE)
                    .param(Columns.of("uuid", inactive, EndpointId::value))
                    .update();
        }
    }

    void hold(Map<EndpointId, Instant> until) {
        if (!until.isEmpty()) {
            jdbc.sql(HOLD)
                    .param(Columns.of("uuid", until.keySet(), EndpointId::value))
                    .param(Columns.of("timestamptz", until.values()))
                    .update();
        }
    }

    /** Queue rows follow what is left; one with nothing left is deleted. To be called for locked rows only. */
    void advance(Set<EndpointId> endpoints) {
        Set<EndpointId> empty = new HashSet<>(endpoints);
        jdbc.sql(ADVANCE)
                .param(Columns.of("uuid", endpoints, EndpointId::value))
                .query(EndpointQueues::endpoint)
                .list()
                .forEach(empty::remove);
        if (!empty.isEmpty()) {
            jdbc.sql(DELETE).param(Columns.of("uuid", empty, EndpointId::value)).update();
        }
    }

    private static EndpointId endpoint(ResultSet row, int number) throws SQLException {
        return new EndpointId(Rows.uuid(row, "endpoint_id"));
    }
}
