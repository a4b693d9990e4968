package io.igregulator.webhooks.api.feed;

import io.igregulator.webhooks.event.EventType;
import io.igregulator.webhooks.id.EventId;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.random.RandomGenerator;

/** Stores events as fan-out does, in transactions that last as long as a test likes. */
final class FeedEvents {
    private FeedEvents() {}

    static EventId store(Connection connection, String audience) throws SQLException {
        return store(connection, audience, Instant.now());
    }

    /** @param time of the event; it is stored now */
    static EventId store(Connection connection, String audience, Instant time) throws SQLException {
        EventId id = EventId.create(time, RandomGenerator.getDefault());
        store(connection, audience, id, body(id));
        return id;
    }

    static void store(Connection connection, String audience, EventId id, byte[] body) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                WITH stored AS (
                    INSERT INTO event (id, type, body, published_at) VALUES (?, ?, ?, ?) RETURNING id
                )
                INSERT INTO feed_entry (audience, event_id) SELECT ?, id FROM stored
                """)) {
            statement.setObject(1, id.bits());
            statement.setString(2, EventType.LICENSE_ISSUED.wireName());
            statement.setBytes(3, body);
            statement.setTimestamp(4, Timestamp.from(Instant.now()));
            statement.setString(5, audience);
            statement.executeUpdate();
        }
    }

    static byte[] body(EventId id) {
        return "{\"event\": \"license.issued\", \"event_id\": \"%s\"}"
                .formatted(id)
                .getBytes(StandardCharsets.UTF_8);
    }
}
