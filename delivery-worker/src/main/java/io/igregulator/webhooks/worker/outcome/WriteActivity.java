package io.igregulator.webhooks.worker.outcome;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The figures of endpoints, a row each; apart from their configuration, which changes rarely. */
final class WriteActivity {
    private final JdbcClient jdbc;

    WriteActivity(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void write(List<EndpointActivity> rows) {
        if (rows.isEmpty()) {
            return;
        }
        jdbc.sql("""
                        INSERT INTO endpoint_activity AS a (endpoint_id, last_delivered_at, last_delivery_status,
                            failure_count)
                        SELECT r.endpoint_id, r.last_delivered_at, r.last_status,
                            CASE WHEN r.failed_before THEN COALESCE(b.failure_count, 0) ELSE 0 END + r.failures
                        FROM unnest(?, ?, ?, ?, ?) AS r (endpoint_id, last_delivered_at, last_status, failed_before,
                            failures)
                        JOIN endpoint e ON e.id = r.endpoint_id
                        LEFT JOIN endpoint_activity b ON b.endpoint_id = r.endpoint_id
                        ORDER BY r.endpoint_id
                        ON CONFLICT (endpoint_id) DO UPDATE SET
                            last_delivered_at = COALESCE(EXCLUDED.last_delivered_at, a.last_delivered_at),
                            last_delivery_status = EXCLUDED.last_delivery_status,
                            failure_count = EXCLUDED.failure_count
                        """)
                .param(Column.of("uuid", rows, row -> row.endpoint().value()))
                .param(Column.of("timestamptz", rows, EndpointActivity::lastDeliveredAt))
                .param(Column.of("text", rows, EndpointActivity::lastStatus))
                .param(Column.of("bool", rows, EndpointActivity::failedBefore))
                .param(Column.of("int4", rows, EndpointActivity::failures))
                .update();
    }
}
