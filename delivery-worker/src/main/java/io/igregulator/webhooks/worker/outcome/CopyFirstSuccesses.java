package io.igregulator.webhooks.worker.outcome;

import io.igregulator.webhooks.database.RenewPool;
import io.igregulator.webhooks.history.DeliveryStatus;
import io.igregulator.webhooks.worker.delivery.Delivery;
import io.igregulator.webhooks.worker.outcome.Outcome.Attempted;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Deliveries that come straight from Kafka and succeed at their first attempt, which are nearly all: one row each, in the
 * cheapest way that PostgreSQL has. {@code COPY} knows no conflict; where one of them is recorded already, it fails with a
 * duplicate key and the transaction with it.
 */
final class CopyFirstSuccesses {
    private static final String COPY = """
            COPY delivery (id, endpoint_id, event_id, event_type, status, attempt_count, last_http_status, latency_ms,
                created_at, completed_at, response_body)
            FROM STDIN (FORMAT binary)
            """;
    private static final int FIELDS = 11;

    private final JdbcTemplate jdbc;
    private final DataSource source;
    private final CopyBuffer rows = new CopyBuffer();

    CopyFirstSuccesses(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
        this.source = Objects.requireNonNull(jdbc.getDataSource(), "a template has a source");
    }

    /** Whether nothing can be recorded of its delivery yet, unless it is a repeat. */
    static boolean takes(Outcome outcome) {
        return outcome instanceof Attempted attempted
                && attempted.succeededAtFirst()
                && attempted.delivery().fresh();
    }

    /** @param batch only what {@link #takes} accepts */
    void write(List<Outcome> batch) {
        if (batch.isEmpty()) {
            return;
        }
        rows.begin();
        batch.stream()
                .map(Attempted.class::cast)
                .sorted(Comparator.comparing(attempted -> attempted.delivery().id()))
                .forEach(this::row);
        rows.end();
        jdbc.execute(this::copy);
    }

    private void row(Attempted attempted) {
        Delivery delivery = attempted.delivery();
        rows.row(FIELDS)
                .uuid(delivery.id().value())
                .uuid(delivery.endpoint().value())
                .uuid(delivery.event().bits())
                .int2(DeliveryColumns.eventType(delivery))
                .int2(DeliveryStatus.SUCCESS.code())
                .int2(delivery.nextAttempt())
                .int2(Objects.requireNonNull(attempted.httpStatus(), "a success has a status"))
                .int4(attempted.latencyMillis())
                .time(delivery.publishedAt())
                .time(attempted.end())
                .text(attempted.responseBody());
    }

    /** The pool's proxy has no part in this, so the pool has to be shown what failed. */
    private Long copy(Connection connection) throws SQLException {
        try {
            return copyIn(connection);
        } catch (SQLException e) {
            RenewPool.examine(source, e);
            throw e;
        }
    }

    private Long copyIn(Connection connection) throws SQLException {
        CopyIn copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(COPY);
        try {
            copy.writeToCopy(rows.array(), 0, rows.length());
            return copy.endCopy();
        } finally {
            if (copy.isActive()) {
                copy.cancelCopy();
            }
        }
    }
}
