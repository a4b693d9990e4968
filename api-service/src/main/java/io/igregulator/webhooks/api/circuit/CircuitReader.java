package io.igregulator.webhooks.api.circuit;

import io.igregulator.webhooks.sql.Rows;
import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads what the workers write of their circuits, those that have been open for longest first. */
@Component
final class CircuitReader {
    private static final int LIMIT = 500;
    private static final String CIRCUITS = """
            SELECT c.*, e.account_id, e.url, d.endpoint_id IS NOT NULL AS degraded,
                (SELECT count(*) FROM waiting_delivery w WHERE w.endpoint_id = c.endpoint_id) AS waiting
            FROM endpoint_circuit c
            JOIN endpoint e ON e.id = c.endpoint_id
            LEFT JOIN endpoint_degradation d ON d.endpoint_id = c.endpoint_id
            ORDER BY c.opened_at, c.endpoint_id
            LIMIT ?
            """;

    private final JdbcClient jdbc;

    CircuitReader(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<CircuitView> read() {
        return jdbc.sql(CIRCUITS).param(LIMIT).query(CircuitReader::view).list();
    }

    private static CircuitView view(ResultSet row, int number) throws SQLException {
        return new CircuitView(
                row.getString("endpoint_id"),
                row.getString("account_id"),
                String.valueOf(URI.create(row.getString("url")).getHost()),
                Rows.instant(row, "opened_at"),
                row.getInt("openings"),
                Rows.instant(row, "probe_at"),
                row.getString("last_error"),
                row.getBoolean("degraded"),
                row.getLong("waiting"));
    }

    /**
     * An endpoint whose circuit is not closed.
     *
     * @param host of its URL; the rest may carry the receiver's own credentials
     * @param openedAt since when, over all probes that have failed since
     * @param openings how often in a row it opened
     * @param probeAt when the next probe may go out; once past, a delivery is its probe
     * @param degraded whether its owner has been notified
     * @param waiting deliveries of it that wait
     */
    record CircuitView(
            String endpointId,
            String accountId,
            String host,
            Instant openedAt,
            int openings,
            Instant probeAt,
            String lastError,
            boolean degraded,
            long waiting) {}
}
