package io.igregulator.webhooks.worker.outcome;

import java.util.List;
import java.util.function.BinaryOperator;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Keeps the waiting table in step: rows for what waits, none for what ended, and the queue row of each endpoint at its
 * earliest due time. Waiting rows come before queue rows, and endpoints before both: the order that the API and the
 * claim use as well.
 */
final class WriteWaiting {
    private final JdbcClient jdbc;

    WriteWaiting(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void write(List<Outcome> batch) {
        List<WaitingRow> waiting = batch.stream().flatMap(WaitingRow::of).toList();
        if (!waiting.isEmpty()) {
            insert(waiting);
            advance(earliestOfEach(waiting));
        }
        List<Outcome> ended = batch.stream()
                .filter(outcome -> outcome.delivery().waiting())
                .filter(outcome -> WaitingRow.of(outcome).findAny().isEmpty())
                .toList();
        if (!ended.isEmpty()) {
            delete(ended);
        }
    }

    private void insert(List<WaitingRow> rows) {
        jdbc.sql("""
                        INSERT INTO waiting_delivery (delivery_id, endpoint_id, event_id, event_type, attempts, due_at,
                            created_at, attempts_before_resend)
                        SELECT DISTINCT ON (r.delivery_id) r.*
                        FROM unnest(?, ?, ?, ?, ?, ?, ?, ?) AS r (delivery_id, endpoint_id, event_id, event_type, attempts,
                            due_at, created_at, attempts_before_resend)
                        -- An endpoint deleted meanwhile takes its deliveries with it.
                        JOIN endpoint e ON e.id = r.endpoint_id
                        ORDER BY r.delivery_id, r.attempts_before_resend DESC NULLS LAST, r.attempts DESC
                        -- A record that comes again starts from nothing; the attempts already made are not forgotten.
                        ON CONFLICT (delivery_id) DO UPDATE SET
                            attempts = GREATEST(waiting_delivery.attempts, EXCLUDED.attempts),
                            due_at = EXCLUDED.due_at
                        -- Nor does an attempt from before a resend move the resend's time.
                        WHERE COALESCE(waiting_delivery.attempts_before_resend, 0)
                            <= COALESCE(EXCLUDED.attempts_before_resend, 0)
                        """)
                .param(Column.of("uuid", rows, row -> row.delivery().id().value()))
                .param(Column.of("uuid", rows, row -> row.delivery().endpoint().value()))
                .param(Column.of("uuid", rows, row -> row.delivery().event().bits()))
                .param(Column.of("int2", rows, row -> Column.eventType(row.delivery())))
                .param(Column.of("int2", rows, row -> (short) row.attempts()))
                .param(Column.of("timestamptz", rows, WaitingRow::dueAt))
                .param(Column.of("timestamptz", rows, row -> row.delivery().publishedAt()))
                .param(Column.of("int2", rows, row -> Column.beforeResend(row.delivery())))
                .update();
    }

    private void advance(List<WaitingRow> rows) {
        jdbc.sql("""
                        INSERT INTO endpoint_queue AS q (endpoint_id, shard, next_due_at)
                        SELECT r.*
                        FROM unnest(?, ?, ?) AS r (endpoint_id, shard, next_due_at)
                        JOIN endpoint e ON e.id = r.endpoint_id
                        ORDER BY r.endpoint_id
                        ON CONFLICT (endpoint_id) DO UPDATE SET
                            shard = EXCLUDED.shard,
                            next_due_at = LEAST(q.next_due_at, EXCLUDED.next_due_at)
                        """)
                .param(Column.of("uuid", rows, row -> row.delivery().endpoint().value()))
                .param(Column.of("int4", rows, row -> row.delivery().shard()))
                .param(Column.of("timestamptz", rows, WaitingRow::dueAt))
                .update();
    }

    /** An attempt from before a resend does not end the resend. */
    private void delete(List<Outcome> ended) {
        jdbc.sql("""
                        DELETE FROM waiting_delivery w
                        USING unnest(?, ?) AS r (delivery_id, attempts_before_resend)
                        WHERE w.delivery_id = r.delivery_id
                            AND COALESCE(w.attempts_before_resend, 0) <= r.attempts_before_resend
                        """)
                .param(Column.of(
                        "uuid", ended, outcome -> outcome.delivery().id().value()))
                .param(Column.of("int2", ended, outcome ->
                        (short) outcome.delivery().attempts().beforeResend()))
                .update();
    }

    private static List<WaitingRow> earliestOfEach(List<WaitingRow> rows) {
        return List.copyOf(rows.stream()
                .collect(Collectors.toMap(
                        row -> row.delivery().endpoint(),
                        row -> row,
                        BinaryOperator.minBy((a, b) -> a.dueAt().compareTo(b.dueAt()))))
                .values());
    }
}
