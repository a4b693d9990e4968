package io.igregulator.webhooks.worker.outcome;

import io.igregulator.webhooks.history.DeliveryStatus;
import io.igregulator.webhooks.id.DeliveryId;
import io.igregulator.webhooks.sql.Columns;
import io.igregulator.webhooks.sql.Rows;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * History of deliveries: inserted at the first outcome, moved forward by later ones, never back. A resend moves it back to
 * pending; outcomes of attempts before that then come too late. A first attempt that was derived from its delivery gets a row
 * of its own as a later outcome takes the delivery further.
 */
final class WriteDeliveries {
    private static final String UPSERT = """
            WITH written AS (
                INSERT INTO delivery AS d (id, endpoint_id, event_id, event_type, status, attempt_count,
                    next_attempt_at, last_http_status, last_error, latency_ms, created_at, completed_at,
                    attempts_before_resend, response_body)
                SELECT DISTINCT ON (id) *
                FROM unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) AS r (id, endpoint_id, event_id,
                    event_type, status, attempt_count, next_attempt_at, last_http_status, last_error,
                    latency_ms, created_at, completed_at, attempts_before_resend, response_body)
                ORDER BY id, attempts_before_resend DESC NULLS LAST, attempt_count DESC
                ON CONFLICT (id) DO UPDATE SET
                    status = EXCLUDED.status,
                    attempt_count = EXCLUDED.attempt_count,
                    next_attempt_at = EXCLUDED.next_attempt_at,
                    last_http_status = EXCLUDED.last_http_status,
                    last_error = EXCLUDED.last_error,
                    latency_ms = EXCLUDED.latency_ms,
                    completed_at = EXCLUDED.completed_at,
                    response_body = EXCLUDED.response_body
                WHERE coalesce(d.attempts_before_resend, 0) <= coalesce(EXCLUDED.attempts_before_resend, 0)
                    AND (d.attempt_count < EXCLUDED.attempt_count
                        OR (EXCLUDED.completed_at IS NOT NULL AND d.completed_at IS NULL))
                RETURNING new.id, old.status, old.attempt_count, old.completed_at, old.latency_ms,
                    old.last_http_status, old.response_body,
                    new.status = %1$d AND new.attempt_count = 1 AND coalesce(old.attempt_count, 0) = 0
                        AS first_success
            ), shown_before AS (
                -- What first_success showed before.
                INSERT INTO attempt (delivery_id, number, started_at, http_status, latency_ms, response_body)
                SELECT id, 1, completed_at - latency_ms * interval '1 millisecond', last_http_status, latency_ms,
                    response_body
                FROM written
                WHERE status = %1$d AND attempt_count = 1
                ORDER BY id
                ON CONFLICT (delivery_id, number) DO NOTHING
            )
            SELECT id FROM written WHERE first_success
            """.formatted(DeliveryStatus.SUCCESS.code());

    private final JdbcClient jdbc;

    WriteDeliveries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @return those whose row shows a first success from now on, and no attempt before */
    Set<DeliveryId> write(List<Outcome> batch) {
        List<DeliveryRow> rows = batch.stream().flatMap(DeliveryRow::of).toList();
        if (rows.isEmpty()) {
            return Set.of();
        }
        return Set.copyOf(jdbc.sql(UPSERT)
                .param(Columns.of("uuid", rows, row -> row.delivery().id().value()))
                .param(Columns.of("uuid", rows, row -> row.delivery().endpoint().value()))
                .param(Columns.of("uuid", rows, row -> row.delivery().event().bits()))
                .param(Columns.of("int2", rows, row -> DeliveryColumns.eventType(row.delivery())))
                .param(Columns.of("int2", rows, row -> row.status().code()))
                .param(Columns.of("int2", rows, row -> (short) row.attemptCount()))
                .param(Columns.of("timestamptz", rows, DeliveryRow::nextAttemptAt))
                .param(Columns.of("int2", rows, DeliveryRow::httpStatus))
                .param(Columns.of("text", rows, DeliveryRow::error))
                .param(Columns.of("int4", rows, DeliveryRow::latencyMillis))
                .param(Columns.of("timestamptz", rows, row -> row.delivery().publishedAt()))
                .param(Columns.of("timestamptz", rows, DeliveryRow::completedAt))
                .param(Columns.of("int2", rows, row -> DeliveryColumns.beforeResend(row.delivery())))
                .param(Columns.of("text", rows, DeliveryRow::responseBody))
                .query((row, number) -> new DeliveryId(Rows.uuid(row, "id")))
                .list());
    }
}
