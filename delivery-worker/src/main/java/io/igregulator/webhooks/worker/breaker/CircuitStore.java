package io.igregulator.webhooks.worker.breaker;

import io.igregulator.webhooks.id.EndpointId;
import io.igregulator.webhooks.sql.Columns;
import io.igregulator.webhooks.sql.Rows;
import io.igregulator.webhooks.sql.SqlTime;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Rows of {@code endpoint_circuit}. */
final class CircuitStore {
    private static final String OPEN = """
            INSERT INTO endpoint_circuit (endpoint_id, shard, opened_at, openings, probe_at, last_error)
            SELECT id, ?, ?, ?, ?, ? FROM endpoint WHERE id = ?
            ON CONFLICT (endpoint_id) DO UPDATE SET
                shard = EXCLUDED.shard,
                opened_at = EXCLUDED.opened_at,
                openings = EXCLUDED.openings,
                probe_at = EXCLUDED.probe_at,
                last_error = EXCLUDED.last_error
            """;

    private final JdbcClient jdbc;

    CircuitStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void write(Circuit.Change change) {
        switch (change) {
            case Circuit.Change.Opened(CircuitState state) -> open(state);
            case Circuit.Change.Closed(EndpointId endpoint) -> close(endpoint);
        }
    }

    List<CircuitState> read(Collection<Integer> shards) {
        return jdbc.sql("SELECT * FROM endpoint_circuit WHERE shard = ANY (?)")
                .param(Columns.of("int4", shards))
                .query((row, number) -> new CircuitState(
                        new EndpointId(Rows.uuid(row, "endpoint_id")),
                        row.getInt("shard"),
                        Rows.instant(row, "opened_at"),
                        row.getInt("openings"),
                        Rows.instant(row, "probe_at"),
                        row.getString("last_error")))
                .list();
    }

    /** Does nothing for an endpoint that has been deleted. */
    private void open(CircuitState state) {
        jdbc.sql(OPEN)
                .param(state.shard())
                .param(SqlTime.of(state.openedAt()))
                .param(state.openings())
                .param(SqlTime.of(state.probeAt()))
                .param(state.lastError())
                .param(state.endpoint().value())
                .update();
    }

    private void close(EndpointId endpoint) {
        jdbc.sql("DELETE FROM endpoint_circuit WHERE endpoint_id = ?")
                .param(endpoint.value())
                .update();
    }
}
