package io.igregulator.webhooks.worker.outcome;

import io.igregulator.webhooks.sql.Columns;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The figures of endpoints, one row per endpoint; apart from their configuration, which changes rarely. */
final class WriteActivity {
    private static final String UPSERT = """
            INSERT INTO endpoint_activity AS a (endpoint_id, last_delivered_at, last_delivery_status,
                failure_count, failing_since, last_failed_at)
            SELECT r.endpoint_id, r.last_delivered_at, r.last_status,
                CASE WHEN r.failed_before THEN coalesce(b.failure_count, 0) ELSE 0 END + r.failures,
                CASE WHEN r.failed_before THEN coalesce(b.failing_since, r.first_failed_at)
                    ELSE r.first_failed_at END,
                CASE WHEN r.failed_before THEN coalesce(r.last_failed_at, b.last_failed_at) ELSE r.last_failed_at END
            FROM unnest(?, ?, ?, ?, ?, ?, ?) AS r (endpoint_id, last_delivered_at, last_status, failed_before,
                failures, first_failed_at, last_failed_at)
            JOIN endpoint e ON e.id = r.endpoint_id
            LEFT JOIN endpoint_activity b ON b.endpoint_id = r.endpoint_id
            ORDER BY r.endpoint_id
            ON CONFLICT (endpoint_id) DO UPDATE SET
                last_delivered_at = coalesce(EXCLUDED.last_delivered_at, a.last_delivered_at),
                last_delivery_status = EXCLUDED.last_delivery_status,
                failure_count = EXCLUDED.failure_count,
                failing_since = EXCLUDED.failing_since,
                last_failed_at = EXCLUDED.last_failed_at
            """;

    private final JdbcClient jdbc;

    WriteActivity(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void write(List<EndpointActivity> rows) {
        if (rows.isEmpty()) {
            return;
        }
        jdbc.sql(UPSERT)
                .param(Columns.of("uuid", rows, row -> row.endpoint().value()))
                .param(Columns.of("timestamptz", rows, EndpointActivity::lastDeliveredAt))
                .param(Columns.of("text", rows, row -> row.lastStatus().wireName()))
                .param(Columns.of("bool", rows, EndpointActivity::failedBefore))
                .param(Columns.of("int4", rows, EndpointActivity::failures))
                .param(Columns.of("timestamptz", rows, EndpointActivity::firstFailedAt))
                .param(Columns.of("timestamptz", rows, EndpointActivity::lastFailedAt))
                .update();
    }
}
