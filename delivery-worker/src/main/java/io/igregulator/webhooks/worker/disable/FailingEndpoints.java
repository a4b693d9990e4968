package io.igregulator.webhooks.worker.disable;

import io.igregulator.webhooks.id.EndpointId;
import io.igregulator.webhooks.sql.Rows;
import io.igregulator.webhooks.sql.SqlTime;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Finds endpoints that have failed for a long time. */
final class FailingEndpoints {
    private static final String FIND = """
            SELECT endpoint_id
            FROM endpoint_activity
            JOIN endpoint ON id = endpoint_id
            WHERE failing_since <= ? AND active AND suspended_at IS NULL
                AND (failing_since AT TIME ZONE 'UTC')::date < (last_failed_at AT TIME ZONE 'UTC')::date
            ORDER BY failing_since, endpoint_id
            LIMIT ?
            """;
    // In the order in which outcomes lock them. Another worker that holds the endpoint does the same with it.
    private static final String HOLD = """
            SELECT id FROM endpoint WHERE id = ? AND active AND suspended_at IS NULL FOR NO KEY UPDATE SKIP LOCKED
            """;
    private static final String STILL = """
            SELECT failing_since
            FROM endpoint_activity
            WHERE endpoint_id = ? AND failing_since <= ?
                AND (failing_since AT TIME ZONE 'UTC')::date < (last_failed_at AT TIME ZONE 'UTC')::date
            FOR UPDATE
            """;

    private final JdbcClient jdbc;

    FailingEndpoints(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<EndpointId> find(Instant failingSince, int limit) {
        return jdbc.sql(FIND)
                .param(SqlTime.of(failingSince))
                .param(limit)
                .query((row, number) -> new EndpointId(Rows.uuid(row, "endpoint_id")))
                .list();
    }

    /**
     * Locks an endpoint, so that no success is recorded until the caller's transaction ends.
     *
     * @return since when it fails; empty when it no longer does, or another worker has it
     */
    Optional<Instant> hold(EndpointId endpoint, Instant failingSince) {
        boolean held = jdbc.sql(HOLD)
                .param(endpoint.value())
                .query((row, number) -> true)
                .optional()
                .isPresent();
        return held ? still(endpoint, failingSince) : Optional.empty();
    }

    private Optional<Instant> still(EndpointId endpoint, Instant failingSince) {
        return jdbc.sql(STILL)
                .param(endpoint.value())
                .param(SqlTime.of(failingSince))
                .query((row, number) -> Rows.instant(row, "failing_since"))
                .optional();
    }
}
