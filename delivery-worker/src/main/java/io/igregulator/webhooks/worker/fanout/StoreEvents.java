package io.igregulator.webhooks.worker.fanout;

import io.igregulator.webhooks.event.EnvelopeReader;
import io.igregulator.webhooks.event.EnvelopeReading.Invalid;
import io.igregulator.webhooks.event.EnvelopeReading.Valid;
import io.igregulator.webhooks.id.EventId;
import java.sql.Timestamp;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;

/**
 * Second step: keeps each body once, for retries, resends and the polling feed, and says what is to be delivered. An id
 * stands for the content it was first published with: every attempt carries the same bytes.
 */
final class StoreEvents {
    private static final Logger log = LoggerFactory.getLogger(StoreEvents.class);

    private final JdbcClient jdbc;
    private final EnvelopeReader reader;

    StoreEvents(JdbcClient jdbc, EnvelopeReader reader) {
        this.jdbc = jdbc;
        this.reader = reader;
    }

    /** @return the same events in the same order, those that were published before with their first content */
    List<PublishedEvent> store(List<PublishedEvent> events) {
        if (events.isEmpty()) {
            return events;
        }
        List<EventId> inserted = insert(events);
        if (inserted.size() == events.size()) {
            return events;
        }
        Map<EventId, byte[]> known = bodiesOf(events.stream()
                .map(PublishedEvent::id)
                .filter(id -> !inserted.contains(id))
                .toList());
        return events.stream()
                .map(event -> inserted.contains(event.id()) ? event : asFirstPublished(event, known.get(event.id())))
                .toList();
    }

    // Sorted, so that two workers with the same events wait for each other instead of deadlocking.
    private List<EventId> insert(List<PublishedEvent> events) {
        List<PublishedEvent> sorted =
                events.stream().sorted(Comparator.comparing(PublishedEvent::id)).toList();
        return jdbc.sql("""
                        INSERT INTO event (id, type, body, published_at)
                        SELECT * FROM unnest(:ids, :types, :bodies, :publishedAt)
                        ON CONFLICT DO NOTHING
                        RETURNING id
                        """)
                .param("ids", array("uuid", sorted, event -> event.id().bits()))
                .param(
                        "types",
                        array("text", sorted, event -> event.envelope().type().wireName()))
                .param("bodies", bodies(sorted))
                .param("publishedAt", array("timestamptz", sorted, event -> Timestamp.from(event.publishedAt())))
                .query((row, number) -> new EventId(row.getObject(1, UUID.class)))
                .list();
    }

    private Map<EventId, byte[]> bodiesOf(List<EventId> ids) {
        Map<EventId, byte[]> bodies = new HashMap<>();
        jdbc.sql("SELECT id, body FROM event WHERE id = ANY (:ids)")
                .param("ids", array("uuid", ids, EventId::bits))
                .query(row -> {
                    bodies.put(new EventId(row.getObject(1, UUID.class)), row.getBytes(2));
                });
        return bodies;
    }

    private PublishedEvent asFirstPublished(PublishedEvent event, byte @Nullable [] body) {
        if (body == null || Arrays.equals(body, event.body())) {
            return event.repeated();
        }
        log.warn("{} was published again with another content; its first content counts", event.id());
        return switch (reader.read(body)) {
            case Valid(var envelope) -> new PublishedEvent(envelope, body, event.publishedAt(), true);
            // Only where an older release accepted more.
            case Invalid(var reason, var detail) ->
                new PublishedEvent(event.envelope(), body, event.publishedAt(), true);
        };
    }

    // The driver takes bytea only as an array of byte arrays.
    private static SqlArrayValue bodies(List<PublishedEvent> events) {
        Object[] bodies = events.stream().map(PublishedEvent::body).toArray(byte[][]::new);
        return new SqlArrayValue("bytea", bodies);
    }

    private static <T> SqlArrayValue array(String type, List<T> rows, Function<T, ?> column) {
        return new SqlArrayValue(type, rows.stream().map(column).toArray());
    }
}
