package io.igregulator.webhooks.api.endpoint;

import io.igregulator.webhooks.api.endpoint.EndpointHealth.State;
import io.igregulator.webhooks.id.EndpointId;
import io.igregulator.webhooks.sql.Columns;
import io.igregulator.webhooks.sql.Rows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads how endpoints fare from what the workers record of them. The cost per endpoint is bounded, whatever waits for it. */
@Component
public final class HealthReader {
    /** More waiting deliveries than this are not counted. */
    static final int COUNTED = 10_000;

    private static final String GONE = "gone";

    /** So many of those due first are searched for an error: what was parked before its first attempt has none. */
    private static final int SEARCHED = 100;

    private static final String HEALTH = """
            SELECT e.id, e.inactive_reason, e.stopped_at, c.last_error AS circuit_error,
                %s AS state, %s AS since,
                h.last_error, h.last_http_status, w.waiting, w.oldest,
                CASE WHEN e.active AND e.suspended_at IS NULL AND w.waiting > 0
                    THEN greatest(nullif(q.next_due_at, 'infinity'), c.probe_at) END AS next_attempt_at
            FROM %s
            LEFT JOIN endpoint_queue q ON q.endpoint_id = e.id
            CROSS JOIN LATERAL (
                SELECT count(*) AS waiting, min(created_at) AS oldest FROM (
                    SELECT created_at FROM waiting_delivery WHERE endpoint_id = e.id ORDER BY due_at LIMIT :counted
                ) counted
            ) w
            LEFT JOIN LATERAL (
                SELECT delivery_id FROM (
                    SELECT delivery_id, attempts FROM waiting_delivery
                    WHERE endpoint_id = e.id
                    ORDER BY due_at
                    LIMIT :searched
                ) searched WHERE attempts > 0 LIMIT 1
            ) f ON true
            LEFT JOIN delivery h ON h.id = f.delivery_id
            WHERE e.id = ANY (:endpoints)
            """.formatted(StateColumns.STATE, StateColumns.SINCE, StateColumns.FROM);

    private final JdbcClient jdbc;

    HealthReader(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One that has been deleted since is {@link EndpointHealth#NEW}. */
    public EndpointHealth of(Endpoint endpoint) {
        return of(List.of(endpoint.id())).getOrDefault(endpoint.id(), EndpointHealth.NEW);
    }

    public Map<EndpointId, EndpointHealth> of(Collection<EndpointId> endpoints) {
        Map<EndpointId, EndpointHealth> health = new HashMap<>();
        jdbc.sql(HEALTH)
                .param("counted", COUNTED)
                .param("searched", SEARCHED)
                .param("endpoints", Columns.of("uuid", endpoints, EndpointId::value))
                .query((ResultSet row) -> {
                    health.put(new EndpointId(Rows.uuid(row, "id")), health(row));
                });
        return health;
    }

    private static EndpointHealth health(ResultSet row) throws SQLException {
        State state = StateColumns.state(row);
        return new EndpointHealth(
                state,
                row.getString("inactive_reason"),
                Rows.instantOrNull(row, "since"),
                error(state, row),
                Rows.instantOrNull(row, "next_attempt_at"),
                row.getInt("waiting"),
                Rows.instantOrNull(row, "oldest"));
    }

    private static @Nullable String error(State state, ResultSet row) throws SQLException {
        return switch (state) {
            case HEALTHY, SUSPENDED, PAUSED -> null;
            case HELD -> row.getString("circuit_error");
            case STOPPED ->
                row.getObject("stopped_at") != null
                        ? null
                        : GONE.equals(row.getString("inactive_reason")) ? "http_410" : waitingError(row);
            case FAILING -> waitingError(row);
        };
    }

    private static @Nullable String waitingError(ResultSet row) throws SQLException {
        @Nullable String error = row.getString("last_error");
        @Nullable Integer status = row.getObject("last_http_status", Integer.class);
        return error != null || status == null ? error : "http_" + status;
    }
}
