package io.igregulator.webhooks.worker.breaker;

import io.igregulator.webhooks.id.EndpointId;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;

/** Rows of {@code endpoint_circuit}. */
final class CircuitStore {
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
                .param(new SqlArrayValue("int4", shards.toArray()))
                .query((row, number) -> new CircuitState(
                        new EndpointId(row.getObject("endpoint_id", UUID.class)),
                        row.getInt("shard"),
                        row.getObject("opened_at", OffsetDateTime.class).toInstant(),
                        row.getInt("openings"),
                        row.getObject("probe_at", OffsetDateTime.class).toInstant(),
                        row.getString("last_error")))
                .list();
    }

    /** Does nothing for an endpoint that was deleted meanwhile. */
    private void open(CircuitState state) {
        jdbc.sql("""
                        INSERT INTO endpoint_circuit (endpoint_id, shard, opened_at, openings, probe_at, last_error)
                        SELECT id, ?, ?, ?, ?, ? FROM endpoint WHERE id = ?
                        ON CONFLICT (endpoint_id) DO UPDATE SET
                            shard = EXCLUDED.shard,
                            opened_at = EXCLUDED.opened_at,
                            openings = EXCLUDED.openings,
                            probe_at = EXCLUDED.probe_at,
                            last_error = EXCLUDED.last_error
                        """)
                .param(state.shard())
                .param(state.openedAt().atOffset(ZoneOffset.UTC))
                .param(state.openings())
                .param(state.probeAt().atOffset(ZoneOffset.UTC))
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
