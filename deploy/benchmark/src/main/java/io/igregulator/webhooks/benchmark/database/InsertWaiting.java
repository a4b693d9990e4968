package io.igregulator.webhooks.benchmark.database;

import io.igregulator.webhooks.benchmark.traffic.EventBodies;
import io.igregulator.webhooks.id.EndpointId;
import io.igregulator.webhooks.id.EventId;
import io.igregulator.webhooks.topic.EndpointShard;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * A backlog that waits for endpoints which have been dead for long: their circuits are open, their rows are spread over
 * the coming day and in part long due.
 */
public final class InsertWaiting {
    /** Of {@code webhook.deliveries}. */
    private static final int PARTITIONS = 48;

    private static final Duration WAITED = Duration.ofHours(1);

    private final Database database;
    private final EventBodies bodies;
    private final Random random;
    private final Instant since;

    /** @param now when the backlog will have waited for an hour */
    public InsertWaiting(Database database, EventBodies bodies, Random random, Instant now) {
        this.database = database;
        this.bodies = bodies;
        this.random = random;
        this.since = now.minus(WAITED);
    }

    /** @param rows spread evenly over the endpoints */
    public void insert(List<BenchmarkEndpoint> dead, int rows) {
        database.transaction(connection -> {
            List<EventId> events = events(connection, rows / dead.size());
            for (BenchmarkEndpoint endpoint : dead) {
                waiting(connection, endpoint.id(), events);
                circuit(connection, endpoint.id());
            }
            return dead.size();
        });
    }

    /** Each was to go to all of them. A delivery whose event is gone would not be tried, but ended. */
    private List<EventId> events(Connection connection, int count) throws SQLException {
        var ids = new ArrayList<EventId>(count);
        try (var statement =
                connection.prepareStatement("INSERT INTO event (id, type, body, published_at) VALUES (?, ?, ?, ?)")) {
            for (int i = 0; i < count; i++) {
                var id = EventId.create(since.plusMillis(i), random);
                statement.setObject(1, id.bits());
                statement.setString(2, EventBodies.TYPE.wireName());
                statement.setBytes(3, bodies.body(id, id.time(), 0));
                statement.setObject(4, since.atOffset(ZoneOffset.UTC));
                statement.addBatch();
                ids.add(id);
            }
            statement.executeBatch();
        }
        return ids;
    }

    private void waiting(Connection connection, EndpointId endpoint, List<EventId> events) throws SQLException {
        try (var statement = connection.prepareStatement("""
                        INSERT INTO waiting_delivery
                            (delivery_id, endpoint_id, event_id, event_type, attempts, due_at, created_at)
                        SELECT uuidv7(?::timestamptz - now()), ?, event, ?::smallint, 3,
                            now() + (n - ?::int / 5) * interval '1 day' / ?, ?
                        FROM unnest(?) WITH ORDINALITY AS row (event, n)
                        """);
                var queue = connection.prepareStatement(
                        "INSERT INTO endpoint_queue (endpoint_id, shard, next_due_at) VALUES (?, ?, now())")) {
            statement.setObject(1, since.atOffset(ZoneOffset.UTC));
            statement.setObject(2, endpoint.value());
            statement.setShort(3, EventBodies.TYPE.code());
            statement.setInt(4, events.size());
            statement.setInt(5, events.size());
            statement.setObject(6, since.atOffset(ZoneOffset.UTC));
            statement.setArray(
                    7,
                    connection.createArrayOf(
                            "uuid", events.stream().map(EventId::bits).toArray()));
            statement.executeUpdate();
            queue.setObject(1, endpoint.value());
            queue.setInt(2, EndpointShard.of(endpoint, PARTITIONS));
            queue.executeUpdate();
        }
    }

    private void circuit(Connection connection, EndpointId endpoint) throws SQLException {
        try (var statement = connection.prepareStatement("""
                INSERT INTO endpoint_circuit (endpoint_id, shard, opened_at, openings, probe_at, last_error)
                VALUES (?, ?, ?, 6, now() + random() * interval '5 minutes', 'connect_refused')
                """)) {
            statement.setObject(1, endpoint.value());
            statement.setInt(2, EndpointShard.of(endpoint, PARTITIONS));
            statement.setObject(3, since.atOffset(ZoneOffset.UTC));
            statement.executeUpdate();
        }
    }
}
