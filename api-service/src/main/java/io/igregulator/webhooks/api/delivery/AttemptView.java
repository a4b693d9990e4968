package io.igregulator.webhooks.api.delivery;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.igregulator.webhooks.api.web.Timestamps;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * One attempt of a delivery.
 *
 * @param error a stable code, null when an answer arrived
 * @param responseBody its beginning, null when there was none
 */
record AttemptView(
        int number,

        @JsonProperty("started_at") @JsonFormat(pattern = Timestamps.MILLIS, timezone = Timestamps.UTC)
        Instant startedAt,

        @JsonProperty("http_status") @Nullable Integer httpStatus,
        @JsonProperty("latency_ms") int latencyMillis,
        @Nullable String error,
        @JsonProperty("response_body") @Nullable String responseBody) {
    static AttemptView of(ResultSet row, int number) throws SQLException {
        return new AttemptView(
                row.getInt("number"),
                row.getObject("started_at", OffsetDateTime.class).toInstant(),
                row.getObject("http_status", Integer.class),
                row.getInt("latency_ms"),
                row.getString("error"),
                row.getString("response_body"));
    }
}
