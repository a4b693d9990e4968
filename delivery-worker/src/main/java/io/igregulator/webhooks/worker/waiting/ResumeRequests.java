package io.igregulator.webhooks.worker.waiting;

import io.igregulator.webhooks.id.EndpointId;
import io.igregulator.webhooks.sql.Columns;
import io.igregulator.webhooks.sql.Rows;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Endpoints that the API wants to be tried now, within the claim's transaction. */
final class ResumeRequests {
    private static final String TAKE = """
            UPDATE endpoint_resume r SET pending = false
            FROM endpoint_queue q
            WHERE r.endpoint_id = ANY (?) AND r.pending AND q.endpoint_id = r.endpoint_id
            RETURNING r.endpoint_id, q.shard
            """;

    private final JdbcClient jdbc;

    ResumeRequests(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Each is taken once. To be called for endpoints whose queue rows are locked.
     *
     * @return their shards
     */
    Map<EndpointId, Integer> take(Collection<EndpointId> requested) {
        Map<EndpointId, Integer> shards = new HashMap<>();
        if (!requested.isEmpty()) {
            jdbc.sql(TAKE)
                    .param(Columns.of("uuid", requested, EndpointId::value))
                    .query((row, number) -> shards.put(new EndpointId(Rows.uuid(row, 1)), row.getInt(2)))
                    .list();
        }
        return shards;
    }
}
