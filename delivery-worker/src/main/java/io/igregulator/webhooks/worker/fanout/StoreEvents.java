package io.igregulator.webhooks.worker.fanout;

import io.igregulator.webhooks.event.EnvelopeReader;
import io.igregulator.webhooks.event.EnvelopeReading.Invalid;
import io.igregulator.webhooks.event.EnvelopeReading.Valid;
import io.igregulator.webhooks.id.EventId;
import io.igregulator.webhooks.sql.Columns;
import io.igregulator.webhooks.sql.Rows;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Second step: keeps each body once, for retries, resends and the polling feed, and says what is to be delivered. An id
 * stands for the content it was first published with: every attempt carries the same bytes.
 */
final class StoreEvents {
    private final JdbcClient jdbc;
    private final EnvelopeReader reader;
    private final InsertEvents insert;

    StoreEvents(JdbcClient jdbc, EnvelopeReader reader) {
        this.jdbc = jdbc;
        this.reader = reader;
        this.insert = new InsertEvents(jdbc);
    }

    /** @return the same events in the same order, those that were published before with their first content */
    List<PublishedEvent> store(List<PublishedEvent> events) {
        if (events.isEmpty()) {
            return events;
        }
        Set<EventId> inserted = insert.insert(events);
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

    private Map<EventId, byte[]> bodiesOf(List<EventId> ids) {
        Map<EventId, byte[]> bodies = new HashMap<>();
        jdbc.sql("SELECT id, body FROM event WHERE id = ANY (:ids)")
                .param("ids", Columns.of("uuid", ids, EventId::bits))
                .query(row -> {
                    bodies.put(new EventId(Rows.uuid(row, 1)), row.getBytes(2));
                });
        return bodies;
    }

    private PublishedEvent asFirstPublished(PublishedEvent event, byte @Nullable [] body) {
        if (body == null || Arrays.equals(body, event.body())) {
            return event.repeated();
        }
        return switch (reader.read(body)) {
            case Valid(var envelope) -> new PublishedEvent(envelope, body, event.publishedAt(), true, event.trace());
            // Only where an older release accepted more.
            case Invalid(var reason, var detail) ->
                new PublishedEvent(event.envelope(), body, event.publishedAt(), true, event.trace());
        };
    }
}
