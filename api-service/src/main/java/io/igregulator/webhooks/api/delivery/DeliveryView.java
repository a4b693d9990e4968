package io.igregulator.webhooks.api.delivery;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.igregulator.webhooks.api.web.Timestamps;
import io.igregulator.webhooks.event.EventType;
import io.igregulator.webhooks.history.DeliveryStatus;
import io.igregulator.webhooks.id.DeliveryId;
import io.igregulator.webhooks.id.EventId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.annotation.JsonSerialize;
import tools.jackson.databind.ser.std.ToStringSerializer;

/**
 * The contract's delivery object.
 *
 * @param attemptCount over resends as well
 * @param nextAttemptAt null once it has ended
 * @param lastError a stable code, null when the last attempt got an answer
 * @param latencyMillis of the last attempt
 * @param createdAt when the platform took the event
 */
record DeliveryView(
        @JsonSerialize(using = ToStringSerializer.class) DeliveryId id,
        String event,
        @JsonProperty("event_id") String eventId,
        String status,
        @JsonProperty("attempt_count") int attemptCount,

        @JsonProperty("next_attempt_at") @JsonFormat(pattern = Timestamps.MILLIS, timezone = Timestamps.UTC) @Nullable
        Instant nextAttemptAt,

        @JsonProperty("last_http_status") @Nullable Integer lastHttpStatus,
        @JsonProperty("last_error") @Nullable String lastError,
        @JsonProperty("latency_ms") @Nullable Integer latencyMillis,

        @JsonProperty("created_at") @JsonFormat(pattern = Timestamps.MILLIS, timezone = Timestamps.UTC)
        Instant createdAt,

        @JsonProperty("completed_at") @JsonFormat(pattern = Timestamps.MILLIS, timezone = Timestamps.UTC) @Nullable
        Instant completedAt) {
    static final String COLUMNS = """
            id, event_type, event_id, status, attempt_count, next_attempt_at, last_http_status, last_error, latency_ms,
            created_at, completed_at
            """;

    static DeliveryView of(ResultSet row, int number) throws SQLException {
        return new DeliveryView(
                new DeliveryId(row.getObject("id", UUID.class)),
                EventType.ofCode(row.getInt("event_type")).wireName(),
                new EventId(row.getObject("event_id", UUID.class)).toString(),
                DeliveryStatus.ofCode(row.getInt("status")).wireName(),
                row.getInt("attempt_count"),
                instant(row, "next_attempt_at"),
                row.getObject("last_http_status", Integer.class),
                row.getString("last_error"),
                row.getObject("latency_ms", Integer.class),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                instant(row, "completed_at"));
    }

    @JsonIgnore
    boolean ended() {
        return completedAt != null;
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        @Nullable OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
