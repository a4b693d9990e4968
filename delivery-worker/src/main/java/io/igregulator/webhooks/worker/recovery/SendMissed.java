package io.igregulator.webhooks.worker.recovery;

import io.igregulator.webhooks.history.DeliveryStatus;
import io.igregulator.webhooks.id.EndpointId;
import io.igregulator.webhooks.resend.MakeDue;
import io.igregulator.webhooks.sql.Columns;
import io.igregulator.webhooks.sql.SqlTime;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Makes deliveries of events that have none, due at once, within the step's transaction. Their ids are those that fan-out would
 * have given them: of two that add the same delivery, one does, and a record of it that comes later is known as recorded.
 */
final class SendMissed {
    // As a resend with no attempts before it: that bounds how many wait at a time, and lets their age begin now.
    private static final String ADD = """
            WITH added AS (
                INSERT INTO delivery (id, endpoint_id, event_id, event_type, status, attempt_count,
                    attempts_before_resend, next_attempt_at, created_at)
                SELECT missed.id, :endpoint, missed.event_id, missed.event_type, :status, 0, 0, :now, missed.created_at
                FROM unnest(:ids, :events, :types, :publishedAt) AS missed (id, event_id, event_type, created_at)
                ORDER BY missed.id
                ON CONFLICT (id) DO NOTHING
                RETURNING id, endpoint_id, event_id, event_type, next_attempt_at
            )
            INSERT INTO waiting_delivery (delivery_id, endpoint_id, event_id, event_type, attempts,
                attempts_before_resend, due_at, created_at)
            SELECT id, endpoint_id, event_id, event_type, 0, 0, next_attempt_at, next_attempt_at
            FROM added
            ORDER BY id
            ON CONFLICT (delivery_id) DO NOTHING
            """;

    private final JdbcClient jdbc;
    private final MakeDue makeDue;

    SendMissed(JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.makeDue = new MakeDue(jdbc);
    }

    /** @return how many are sent: those that no other transaction has added since they were found */
    int send(EndpointId endpoint, List<StoredEvent> missed, Instant now) {
        if (missed.isEmpty()) {
            return 0;
        }
        int added = jdbc.sql(ADD)
                .param("endpoint", endpoint.value())
                .param("status", DeliveryStatus.PENDING.code())
                .param("now", SqlTime.of(now))
                .param(
                        "ids",
                        Columns.of("uuid", missed, event -> event.delivery().value()))
                .param("events", Columns.of("uuid", missed, event -> event.id().bits()))
                .param("types", Columns.of("int2", missed, SendMissed::type))
                .param("publishedAt", Columns.of("timestamptz", missed, StoredEvent::publishedAt))
                .update();
        if (added > 0) {
            makeDue.at(endpoint, now);
        }
        return added;
    }

    private static short type(StoredEvent event) {
        return event.audience().orElseThrow().type().code();
    }
}
