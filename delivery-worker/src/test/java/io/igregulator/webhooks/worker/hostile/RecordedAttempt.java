package io.igregulator.webhooks.worker.hostile;

import io.igregulator.webhooks.history.DeliveryStatus;
import io.igregulator.webhooks.id.DeliveryId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What PostgreSQL holds about a delivery and its latest attempt. */
record RecordedAttempt(
        int number,
        @Nullable Integer httpStatus,
        @Nullable String error,
        int latencyMillis,
        @Nullable String responseBody,
        Instant startedAt,
        String deliveryStatus,
        @Nullable Integer lastHttpStatus,
        @Nullable String lastError,
        @Nullable Instant nextAttemptAt) {
    static Optional<RecordedAttempt> latest(JdbcClient jdbc, DeliveryId delivery) {
        return jdbc.sql("""
                        SELECT a.number, a.http_status, a.error, a.latency_ms, a.response_body, a.started_at,
                            d.status, d.last_http_status, d.last_error, d.next_attempt_at
                        FROM every_attempt a JOIN delivery d ON d.id = a.delivery_id AND d.attempt_count = a.number
                        WHERE a.delivery_id = ?
                        """)
                .param(delivery.value())
                .query((row, index) -> of(row))
                .optional();
    }

    Instant end() {
        return startedAt.plusMillis(latencyMillis);
    }

    private static RecordedAttempt of(ResultSet row) throws SQLException {
        return new RecordedAttempt(
                row.getInt("number"),
                row.getObject("http_status", Integer.class),
                row.getString("error"),
                row.getInt("latency_ms"),
                row.getString("response_body"),
                row.getObject("started_at", OffsetDateTime.class).toInstant(),
                DeliveryStatus.ofCode(row.getInt("status")).wireName(),
                row.getObject("last_http_status", Integer.class),
                row.getString("last_error"),
                instant(row.getObject("next_attempt_at", OffsetDateTime.class)));
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
