package io.igregulator.webhooks.api.delivery;

import io.igregulator.webhooks.id.EndpointId;
import io.igregulator.webhooks.sql.Columns;
import io.igregulator.webhooks.sql.Rows;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads what holds an endpoint's deliveries back. */
@Component
final class ReadHold {
    private static final String HOLD = """
            SELECT e.id, e.active, e.suspended_at IS NOT NULL AS suspended, c.probe_at
            FROM endpoint e
            LEFT JOIN endpoint_circuit c ON c.endpoint_id = e.id
            WHERE e.id = ANY (?)
            """;

    private final JdbcClient jdbc;

    ReadHold(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    EndpointHold of(EndpointId endpoint) {
        return of(List.of(endpoint)).getOrDefault(endpoint, EndpointHold.NONE);
    }

    /** Those that exist. */
    Map<EndpointId, EndpointHold> of(Collection<EndpointId> endpoints) {
        Map<EndpointId, EndpointHold> holds = new HashMap<>();
        if (endpoints.isEmpty()) {
            return holds;
        }
        jdbc.sql(HOLD).param(Columns.of("uuid", endpoints, EndpointId::value)).query(row -> {
            holds.put(
                    new EndpointId(Rows.uuid(row, "id")),
                    new EndpointHold(
                            row.getBoolean("active"),
                            row.getBoolean("suspended"),
                            Rows.instantOrNull(row, "probe_at")));
        });
        return holds;
    }
}
