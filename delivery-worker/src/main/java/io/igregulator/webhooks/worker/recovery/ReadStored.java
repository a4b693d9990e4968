package io.igregulator.webhooks.worker.recovery;

import io.igregulator.webhooks.event.EnvelopeReader;
import io.igregulator.webhooks.event.EnvelopeReading;
import io.igregulator.webhooks.event.EventType;
import io.igregulator.webhooks.event.FeedAudience;
import io.igregulator.webhooks.id.DeliveryId;
import io.igregulator.webhooks.id.EventId;
import io.igregulator.webhooks.sql.Rows;
import io.igregulator.webhooks.sql.SqlTime;
import io.igregulator.webhooks.worker.recipient.Audience;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads the stored events that follow a place, for any recipient: so many at a time, whatever else is stored. */
final class ReadStored {
    private static final String NEXT = """
            WITH looked_at AS MATERIALIZED (
                SELECT audience, stored_at, stored_tx, event_id
                FROM feed_entry
                WHERE (stored_at, stored_tx, event_id) > (:storedAt, CAST(CAST(:tx AS text) AS xid8), :event)
                    AND stored_at < :until AND stored_tx < CAST(CAST(:below AS text) AS xid8)
                ORDER BY stored_at, stored_tx, event_id
                LIMIT :limit
            )
            SELECT looked_at.*, stored.type, stored.published_at,
                CASE WHEN looked_at.audience = :ofAccount THEN stored.body END AS body
            FROM looked_at
            LEFT JOIN LATERAL (
                SELECT type, published_at, body FROM event WHERE event.id = looked_at.event_id LIMIT 1
            ) AS stored ON true
            ORDER BY looked_at.stored_at, looked_at.stored_tx, looked_at.event_id
            """;

    private final JdbcClient jdbc;
    private final EnvelopeReader reader = new EnvelopeReader();

    ReadStored(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Fewer than asked for means that there are no more. */
    List<StoredEvent> next(MissedSpan span, StoredPlace after, int limit) {
        DeliveryId.Maker ids = new DeliveryId.Maker();
        return jdbc.sql(NEXT)
                .param("storedAt", SqlTime.of(after.storedAt()))
                .param("tx", Long.toUnsignedString(after.tx()))
                .param("event", after.event())
                .param("until", SqlTime.of(span.until()))
                .param("below", Long.toUnsignedString(span.below()))
                .param("limit", limit)
                .param("ofAccount", FeedAudience.ACCOUNT + span.account())
                .query((row, number) -> event(span, row, ids))
                .list();
    }

    private StoredEvent event(MissedSpan span, ResultSet row, DeliveryId.Maker ids) throws SQLException {
        EventId id = new EventId(Rows.uuid(row, "event_id"));
        Instant storedAt = Rows.instant(row, "stored_at");
        return new StoredEvent(
                new StoredPlace(storedAt, Long.parseUnsignedLong(row.getString("stored_tx")), id.bits()),
                id,
                ids.of(id, span.endpoint()),
                audience(row),
                Objects.requireNonNullElse(Rows.instantOrNull(row, "published_at"), storedAt));
    }

    private Optional<Audience> audience(ResultSet row) throws SQLException {
        String feed = row.getString("audience");
        @Nullable String typeName = row.getString("type");
        // Null once retention has dropped the event.
        Optional<EventType> type = typeName == null ? Optional.empty() : EventType.ofWireName(typeName);
        if (feed.startsWith(FeedAudience.OPERATOR)) {
            String operator = feed.substring(FeedAudience.OPERATOR.length());
            return type.map(known -> new Audience(known, operator, null));
        }
        if (feed.equals(FeedAudience.EVERYONE)) {
            return type.map(known -> new Audience(known, null, null));
        }
        return ofSiblings(row.getBytes("body"));
    }

    /** Which endpoint an event is about, and so not for, its body alone says. */
    private Optional<Audience> ofSiblings(byte @Nullable [] body) {
        return body != null && reader.read(body) instanceof EnvelopeReading.Valid(var envelope)
                ? Optional.of(Audience.of(envelope))
                : Optional.empty();
    }
}
