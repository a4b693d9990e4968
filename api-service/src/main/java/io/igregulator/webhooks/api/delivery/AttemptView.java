package io.igregulator.webhooks.api.delivery;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.igregulator.webhooks.sql.Rows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One attempt of a delivery.
 *
 * @param error a stable code, null when an answer arrived
 * @param responseBody its beginning, null when there was none
 */
public record AttemptView(
        int number,
        Instant startedAt,
        @Nullable Integer httpStatus,
        @JsonProperty("latency_ms") int latencyMillis,
        @Nullable String error,
        @Nullable String responseBody) {
    static AttemptView of(ResultSet row, int number) throws SQLException {
        return new AttemptView(
                row.getInt("number"),
                Rows.instant(row, "started_at"),
                row.getObject("http_status", Integer.class),
                row.getInt("latency_ms"),
                row.getString("error"),
                row.getString("response_body"));
    }
}
