package io.igregulator.webhooks.worker.outcome;

import io.igregulator.webhooks.id.DeliveryId;
import io.igregulator.webhooks.sql.Columns;
import io.igregulator.webhooks.sql.Rows;
import io.igregulator.webhooks.worker.outcome.Outcome.Attempted;
import io.igregulator.webhooks.worker.outcome.RecordedAttempts.Numbered;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * One row per attempt, except for a first one that succeeded, which its delivery's row shows. A repeat of an attempt already
 * recorded is dropped, whichever way it was recorded. After {@link WriteDeliveries}, which waits for other writers of the same
 * deliveries.
 */
final class WriteAttempts {
    private static final String INSERT = """
            INSERT INTO attempt (delivery_id, number, started_at, http_status, latency_ms, error,
                response_body)
            SELECT *
            FROM unnest(?, ?, ?, ?, ?, ?, ?) AS r (delivery_id, number, started_at, http_status,
                latency_ms, error, response_body)
            -- Not EXISTS, which the planner may turn into a join that reads every delivery.
            WHERE (SELECT true FROM first_success f
                WHERE f.delivery_id = r.delivery_id AND f.number = r.number) IS NULL
            ORDER BY delivery_id, number
            ON CONFLICT (delivery_id, number) DO NOTHING
            RETURNING delivery_id, number
            """;

    private final JdbcClient jdbc;

    WriteAttempts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @return those that were not recorded before */
    Set<Numbered> write(List<Outcome> batch) {
        List<Attempted> rows = batch.stream()
                .filter(Attempted.class::isInstance)
                .map(Attempted.class::cast)
                .filter(attempted -> !attempted.succeededAtFirst())
                .toList();
        if (rows.isEmpty()) {
            return Set.of();
        }
        return Set.copyOf(jdbc.sql(INSERT)
                .param(Columns.of("uuid", rows, row -> row.delivery().id().value()))
                .param(Columns.of("int2", rows, row -> (short) row.delivery().nextAttempt()))
                .param(Columns.of("timestamptz", rows, Attempted::startedAt))
                .param(Columns.of("int2", rows, Attempted::httpStatus))
                .param(Columns.of("int4", rows, Attempted::latencyMillis))
                .param(Columns.of("text", rows, Attempted::error))
                .param(Columns.of("text", rows, Attempted::responseBody))
                .query((row, number) ->
                        new Numbered(new DeliveryId(Rows.uuid(row, "delivery_id")), row.getInt("number")))
                .list());
    }
}
