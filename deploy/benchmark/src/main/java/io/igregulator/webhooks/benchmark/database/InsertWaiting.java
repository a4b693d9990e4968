package io.igregulator.webhooks.benchmark.database;

import io.igregulator.webhooks.benchmark.traffic.EventBodies;
import io.igregulator.webhooks.id.EndpointId;
import io.igregulator.webhooks.topic.EndpointShard;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * A backlog that waits for endpoints which have been dead for long: their circuits are open, their rows are spread over
 * the coming day and in part long due.
 */
public final class InsertWaiting {
    /** Of {@code webhook.deliveries}. */
    private static final int PARTITIONS = 48;

    private final Database database;

    public InsertWaiting(Database database) {
        this.database = database;
    }

    /** @param rows spread evenly over the endpoints */
    public void insert(List<BenchmarkEndpoint> dead, int rows) {
        database.transaction(connection -> {
            for (BenchmarkEndpoint endpoint : dead) {
                waiting(connection, endpoint.id(), rows / dead.size());
                circuit(connection, endpoint.id());
            }
            return dead.size();
        });
    }

    private static void waiting(Connection connection, EndpointId endpoint, int rows) throws SQLException {
        try (var statement = connection.prepareStatement("""
                        INSERT INTO waiting_delivery
                            (delivery_id, endpoint_id, event_id, event_type, attempts, due_at, created_at)
                        SELECT gen_random_uuid(), ?, gen_random_uuid(), ?, 3,
                            now() + (n - ?::int / 5) * interval '1 day' / ?, now() - interval '1 hour'
                        FROM generate_series(1, ?) AS n
                        """);
                var queue = connection.prepareStatement(
                        "INSERT INTO endpoint_queue (endpoint_id, shard, next_due_at) VALUES (?, ?, now())")) {
            statement.setObject(1, endpoint.value());
            statement.setString(2, EventBodies.TYPE.wireName());
            statement.setInt(3, rows);
            statement.setInt(4, rows);
            statement.setInt(5, rows);
            statement.executeUpdate();
            queue.setObject(1, endpoint.value());
            queue.setInt(2, EndpointShard.of(endpoint, PARTITIONS));
            queue.executeUpdate();
        }
    }

    private static void circuit(Connection connection, EndpointId endpoint) throws SQLException {
        try (var statement = connection.prepareStatement("""
                INSERT INTO endpoint_circuit (endpoint_id, shard, opened_at, openings, probe_at, last_error)
                VALUES (?, ?, now() - interval '1 hour', 6, now() + random() * interval '5 minutes', 'connect_refused')
                """)) {
            statement.setObject(1, endpoint.value());
            statement.setInt(2, EndpointShard.of(endpoint, PARTITIONS));
            statement.executeUpdate();
        }
    }
}
