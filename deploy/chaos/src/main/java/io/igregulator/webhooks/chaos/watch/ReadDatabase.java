package io.igregulator.webhooks.chaos.watch;

import io.igregulator.webhooks.embedded.PostgresServer;
import io.igregulator.webhooks.figures.AttemptCounts;
import io.igregulator.webhooks.history.DeliveryStatus;
import io.igregulator.webhooks.id.EndpointId;
import io.igregulator.webhooks.id.EventId;
import io.igregulator.webhooks.stack.CommandFailure;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.stream.Collectors;

/** Reads the platform's rows from outside, on a connection of its own each time. */
public final class ReadDatabase {
    private final String url;

    public ReadDatabase(String url) {
        this.url = url + "?connectTimeout=3&socketTimeout=120";
    }

    /** Nothing while PostgreSQL does not answer. */
    public Optional<Backlog> backlog() {
        try {
            return Optional.of(rows("""
                            SELECT (SELECT count(*) FROM waiting_delivery
                                    JOIN endpoint ON endpoint.id = waiting_delivery.endpoint_id AND endpoint.active),
                                   (SELECT count(*) FROM outbox)
                            """, row -> new Backlog(row.getLong(1), row.getLong(2)))
                    .getFirst());
        } catch (SQLException e) {
            return Optional.empty();
        }
    }

    /** How many deliveries of each endpoint wait; nothing while PostgreSQL does not answer. */
    public Optional<Map<EndpointId, Long>> waiting() {
        try {
            return Optional.of(rows(
                            "SELECT endpoint_id, count(*) FROM waiting_delivery GROUP BY endpoint_id",
                            row -> Map.entry(endpoint(row), row.getLong(2)))
                    .stream()
                    .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
        } catch (SQLException e) {
            return Optional.empty();
        }
    }

    public List<DeliveryRow> deliveries() {
        return all(
                "SELECT endpoint_id, event_id, status, attempt_count FROM delivery",
                row -> new DeliveryRow(
                        endpoint(row),
                        event(row),
                        DeliveryStatus.ofCode(row.getInt(3)).wireName(),
                        row.getInt(4)));
    }

    public List<AttemptRow> attempts() {
        return all("""
                SELECT endpoint_id, event_id, number, http_status
                FROM every_attempt JOIN delivery ON delivery.id = every_attempt.delivery_id
                """, row -> new AttemptRow(endpoint(row), event(row), row.getInt(3), optionalInt(row, 4)));
    }

    /** What the figures count of endpoints that are not deleted. */
    public List<CountedRow> counted() {
        return all("""
                SELECT e.id, substring(f.counts FROM position(uuid_send(e.id) IN f.counts))
                FROM endpoint e
                JOIN (
                    SELECT counts FROM figures_batch
                    UNION ALL
                    SELECT counts FROM figures_minute
                    UNION ALL
                    SELECT counts FROM figures_hour
                ) f ON position(uuid_send(e.id) IN f.counts) > 0
                """, row -> counted(endpoint(row), row.getBytes(2))).stream()
                .flatMap(List::stream)
                .toList();
    }

    private static List<CountedRow> counted(EndpointId endpoint, byte[] stored) {
        var counted = new ArrayList<CountedRow>();
        AttemptCounts.read(
                endpoint, stored, (attempts, count) -> counted.add(new CountedRow(endpoint, attempts.end(), count)));
        return counted;
    }

    private <T> List<T> all(String sql, RowReader<T> reader) {
        try {
            return rows(sql, reader);
        } catch (SQLException e) {
            throw new CommandFailure("PostgreSQL does not return its rows: " + e.getMessage(), e);
        }
    }

    private <T> List<T> rows(String sql, RowReader<T> reader) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url, PostgresServer.USER, PostgresServer.PASSWORD)) {
            connection.setAutoCommit(false);
            try (var statement = connection.prepareStatement(sql)) {
                statement.setFetchSize(5_000);
                var rows = new ArrayList<T>();
                try (ResultSet result = statement.executeQuery()) {
                    while (result.next()) {
                        rows.add(reader.read(result));
                    }
                }
                return rows;
            }
        }
    }

    private static EndpointId endpoint(ResultSet row) throws SQLException {
        return new EndpointId(row.getObject(1, UUID.class));
    }

    private static EventId event(ResultSet row) throws SQLException {
        return new EventId(row.getObject(2, UUID.class));
    }

    private static OptionalInt optionalInt(ResultSet row, int column) throws SQLException {
        int value = row.getInt(column);
        return row.wasNull() ? OptionalInt.empty() : OptionalInt.of(value);
    }

    private interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }

    /**
     * What PostgreSQL still holds back.
     *
     * @param waiting deliveries of active endpoints that wait for their next attempt
     */
    public record Backlog(long waiting, long outbox) {
        public boolean empty() {
            return waiting == 0 && outbox == 0;
        }
    }
}
