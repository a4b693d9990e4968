package io.igregulator.webhooks.worker.outcome;

import io.igregulator.webhooks.sql.Columns;
import io.igregulator.webhooks.worker.delivery.Delivery;
import io.igregulator.webhooks.worker.outcome.Outcome.Abandoned;
import io.igregulator.webhooks.worker.outcome.Outcome.Attempted;
import io.igregulator.webhooks.worker.outcome.Outcome.Expired;
import io.igregulator.webhooks.worker.outcome.Outcome.Parked;
import io.igregulator.webhooks.worker.retry.RetryDecision.RetryAt;
import java.time.Instant;
import java.util.List;
import java.util.function.BinaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Keeps the waiting table in step: rows for what waits, none for what ended, and the queue row of each endpoint at its
 * earliest due time, or at the next probe of an open circuit. Waiting rows come before queue rows, as when the API deletes or
 * reactivates an endpoint.
 */
final class WriteWaiting {
    private static final String INSERT = """
            INSERT INTO waiting_delivery (delivery_id, endpoint_id, event_id, event_type, attempts, due_at,
                created_at, attempts_before_resend)
            SELECT DISTINCT ON (r.delivery_id) r.*
            FROM unnest(?, ?, ?, ?, ?, ?, ?, ?) AS r (delivery_id, endpoint_id, event_id, event_type, attempts,
                due_at, created_at, attempts_before_resend)
            -- An endpoint that has been deleted takes its deliveries with it.
            JOIN endpoint e ON e.id = r.endpoint_id
            ORDER BY r.delivery_id, r.attempts_before_resend DESC NULLS LAST, r.attempts DESC
            -- A record that comes again starts from nothing; the attempts already made are not forgotten.
            ON CONFLICT (delivery_id) DO UPDATE SET
                attempts = greatest(waiting_delivery.attempts, EXCLUDED.attempts),
                due_at = EXCLUDED.due_at
            -- Nor does an attempt from before a resend move the resend's time.
            WHERE coalesce(waiting_delivery.attempts_before_resend, 0)
                <= coalesce(EXCLUDED.attempts_before_resend, 0)
            """;
    private static final String ADVANCE = """
            INSERT INTO endpoint_queue AS q (endpoint_id, shard, next_due_at)
            SELECT r.*
            FROM unnest(?, ?, ?) AS r (endpoint_id, shard, next_due_at)
            JOIN endpoint e ON e.id = r.endpoint_id
            ORDER BY r.endpoint_id
            ON CONFLICT (endpoint_id) DO UPDATE SET
                shard = EXCLUDED.shard,
                next_due_at = least(q.next_due_at, EXCLUDED.next_due_at)
            """;
    private static final String DELETE = """
            DELETE FROM waiting_delivery w
            USING unnest(?, ?) AS r (delivery_id, attempts_before_resend)
            WHERE w.delivery_id = r.delivery_id
                AND coalesce(w.attempts_before_resend, 0) <= r.attempts_before_resend
            """;

    private final JdbcClient jdbc;

    WriteWaiting(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void write(List<Outcome> batch) {
        List<WaitingRow> waiting = batch.stream().flatMap(WaitingRow::of).toList();
        List<Outcome> ended = batch.stream()
                .filter(outcome -> outcome.delivery().waiting())
                .filter(outcome -> WaitingRow.of(outcome).findAny().isEmpty())
                .toList();
        if (!waiting.isEmpty()) {
            insert(waiting);
            advance(earliestOfEach(waiting));
        }
        if (!ended.isEmpty()) {
            delete(ended);
        }
    }

    private void insert(List<WaitingRow> rows) {
        jdbc.sql(INSERT)
                .param(Columns.of("uuid", rows, row -> row.delivery().id().value()))
                .param(Columns.of("uuid", rows, row -> row.delivery().endpoint().value()))
                .param(Columns.of("uuid", rows, row -> row.delivery().event().bits()))
                .param(Columns.of("int2", rows, row -> DeliveryColumns.eventType(row.delivery())))
                .param(Columns.of("int2", rows, row -> (short) row.attempts()))
                .param(Columns.of("timestamptz", rows, WaitingRow::dueAt))
                .param(Columns.of("timestamptz", rows, row -> row.delivery().publishedAt()))
                .param(Columns.of("int2", rows, row -> DeliveryColumns.beforeResend(row.delivery())))
                .update();
    }

    private void advance(List<WaitingRow> rows) {
        jdbc.sql(ADVANCE)
                .param(Columns.of("uuid", rows, row -> row.delivery().endpoint().value()))
                .param(Columns.of("int4", rows, row -> row.delivery().shard()))
                .param(Columns.of("timestamptz", rows, WaitingRow::lookAt))
                .update();
    }

    /** An attempt from before a resend does not end the resend. */
    private void delete(List<Outcome> ended) {
        jdbc.sql(DELETE)
                .param(Columns.of(
                        "uuid", ended, outcome -> outcome.delivery().id().value()))
                .param(Columns.of("int2", ended, outcome ->
                        (short) outcome.delivery().attempts().beforeResend()))
                .update();
    }

    private static List<WaitingRow> earliestOfEach(List<WaitingRow> rows) {
        return List.copyOf(rows.stream()
                .collect(Collectors.toMap(
                        row -> row.delivery().endpoint(),
                        row -> row,
                        BinaryOperator.minBy((a, b) -> a.lookAt().compareTo(b.lookAt()))))
                .values());
    }

    /**
     * A delivery that has to wait, as a row of {@code waiting_delivery}.
     *
     * @param lookAt when its endpoint's queue is to be looked at
     */
    record WaitingRow(Delivery delivery, int attempts, Instant dueAt, Instant lookAt) {
        /** Empty when the delivery has come to its end. */
        static Stream<WaitingRow> of(Outcome outcome) {
            return switch (outcome) {
                case Attempted attempted
                when attempted.decision() instanceof RetryAt(Instant due) ->
                    Stream.of(new WaitingRow(
                            attempted.delivery(), attempted.delivery().nextAttempt(), due, due));
                case Parked(Delivery delivery, Parked.Reason reason, Instant due, Instant until) ->
                    Stream.of(new WaitingRow(delivery, delivery.attempts().made(), due, until));
                case Attempted attempted -> Stream.empty();
                case Expired expired -> Stream.empty();
                case Abandoned abandoned -> Stream.empty();
            };
        }
    }
}
