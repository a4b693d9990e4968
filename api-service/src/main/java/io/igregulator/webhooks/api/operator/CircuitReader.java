package io.igregulator.webhooks.api.operator;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads what the workers write of their circuits, those that have been open for longest first. */
@Component
final class CircuitReader {
    private static final int LIMIT = 500;

    private final JdbcClient jdbc;

    CircuitReader(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<CircuitView> read() {
        return jdbc.sql("""
                        SELECT c.*, e.account_id, e.url, d.endpoint_id IS NOT NULL AS degraded,
                            (SELECT count(*) FROM waiting_delivery w WHERE w.endpoint_id = c.endpoint_id) AS waiting
                        FROM endpoint_circuit c
                        JOIN endpoint e ON e.id = c.endpoint_id
                        LEFT JOIN endpoint_degradation d ON d.endpoint_id = c.endpoint_id
                        ORDER BY c.opened_at, c.endpoint_id
                        LIMIT ?
                        """).param(LIMIT).query(CircuitReader::view).list();
    }

    private static CircuitView view(ResultSet row, int number) throws SQLException {
        return new CircuitView(
                row.getString("endpoint_id"),
                row.getString("account_id"),
                String.valueOf(URI.create(row.getString("url")).getHost()),
                row.getObject("opened_at", OffsetDateTime.class).toInstant(),
                row.getInt("openings"),
                row.getObject("probe_at", OffsetDateTime.class).toInstant(),
                row.getString("last_error"),
                row.getBoolean("degraded"),
                row.getLong("waiting"));
    }
}
