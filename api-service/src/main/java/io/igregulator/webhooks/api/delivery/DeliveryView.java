package io.igregulator.webhooks.api.delivery;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.igregulator.webhooks.event.EventType;
import io.igregulator.webhooks.history.DeliveryStatus;
import io.igregulator.webhooks.id.DeliveryId;
import io.igregulator.webhooks.id.EndpointId;
import io.igregulator.webhooks.id.EventId;
import io.igregulator.webhooks.sql.Rows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.annotation.JsonSerialize;
import tools.jackson.databind.ser.std.ToStringSerializer;

/**
 * The contract's delivery object.
 *
 * @param attemptCount over resends as well
 * @param nextAttemptAt null once it has ended, and while its endpoint is inactive or its deliveries are suspended
 * @param waitingFor null once it has ended
 * @param lastError a stable code, null when the last attempt got an answer
 * @param latencyMillis of the last attempt
 * @param createdAt when the platform took the event
 */
public record DeliveryView(
        @JsonSerialize(using = ToStringSerializer.class) DeliveryId id,
        @JsonSerialize(using = ToStringSerializer.class) EndpointId webhookId,
        String event,
        String eventId,
        String status,
        int attemptCount,
        @Nullable Instant nextAttemptAt,
        @Nullable String waitingFor,
        @Nullable Integer lastHttpStatus,
        @Nullable String lastError,
        @JsonProperty("latency_ms") @Nullable Integer latencyMillis,
        Instant createdAt,
        @Nullable Instant completedAt) {
    static final String COLUMNS = """
            id, endpoint_id, event_type, event_id, status, attempt_count, next_attempt_at, last_http_status, last_error, latency_ms,
            created_at, completed_at
            """;

    static DeliveryView of(ResultSet row, int number) throws SQLException {
        return new DeliveryView(
                new DeliveryId(Rows.uuid(row, "id")),
                new EndpointId(Rows.uuid(row, "endpoint_id")),
                EventType.ofCode(row.getInt("event_type")).wireName(),
                new EventId(Rows.uuid(row, "event_id")).toString(),
                DeliveryStatus.ofCode(row.getInt("status")).wireName(),
                row.getInt("attempt_count"),
                Rows.instantOrNull(row, "next_attempt_at"),
                null,
                row.getObject("last_http_status", Integer.class),
                row.getString("last_error"),
                row.getObject("latency_ms", Integer.class),
                Rows.instant(row, "created_at"),
                Rows.instantOrNull(row, "completed_at"));
    }

    /** As it is with what holds its endpoint's deliveries back. */
    DeliveryView under(EndpointHold hold) {
        if (ended()) {
            return this;
        }
        return new DeliveryView(
                id,
                webhookId,
                event,
                eventId,
                status,
                attemptCount,
                nextAttemptAt == null ? null : hold.nextAttempt(nextAttemptAt),
                hold.waitingFor(),
                lastHttpStatus,
                lastError,
                latencyMillis,
                createdAt,
                completedAt);
    }

    @JsonIgnore
    public boolean ended() {
        return completedAt != null;
    }
}
