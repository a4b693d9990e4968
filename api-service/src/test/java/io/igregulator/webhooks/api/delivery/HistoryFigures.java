package io.igregulator.webhooks.api.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.igregulator.webhooks.api.web.QueryParameters;
import io.igregulator.webhooks.embedded.PostgresServer;
import io.igregulator.webhooks.event.EventType;
import io.igregulator.webhooks.history.DeliveryStatus;
import io.igregulator.webhooks.id.DeliveryId;
import io.igregulator.webhooks.id.EndpointId;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * How long the API's own listing takes over ten million deliveries, with PostgreSQL's account of each query. No test by its
 * name: {@code deploy/benchmark/history} runs it.
 */
class HistoryFigures {
    private static final Path REPORT = Path.of("target", "history-figures.txt");
    private static final String ROWS = System.getProperty("history.rows", "10000000");
    private static final Instant END = Instant.parse("2026-11-22T00:00:00Z");
    private static final int RUNS = 200;
    private static final EndpointId BUSY = endpoint(0);
    private static final EndpointId DEAD = endpoint(1);
    private static final EndpointId SMALL = endpoint(2);

    @Test
    void print() throws Exception {
        Files.deleteIfExists(REPORT);
        try (PostgresServer server = PostgresServer.start(PostgresServer.Options.temporary()
                .withSetting("shared_buffers", "512MB")
                .withSetting("max_wal_size", "4GB"))) {
            server.createDatabase("history");
            String url = server.jdbcUrl("history");
            Flyway.configure()
                    .dataSource(url, PostgresServer.USER, PostgresServer.PASSWORD)
                    .load()
                    .migrate();
            try (Connection connection = server.connect("history")) {
                long started = System.nanoTime();
                fill(connection);
                say("%s rows in 31 partitions, filled in %d s", ROWS, seconds(started));
                measure(connection);
            }
        }
    }

    private static void measure(Connection connection) throws SQLException {
        JdbcClient jdbc = JdbcClient.create(new SingleConnectionDataSource(connection, true));
        ListDeliveries list = new ListDeliveries(jdbc, new ReadHold(jdbc), () -> END);
        say("%-10s %-52s %5s %9s %9s", "endpoint", "query", "rows", "p50 ms", "p99 ms");
        for (String filter : List.of(
                "",
                "limit=200",
                "status=success",
                "status=failed",
                "status=retrying",
                "status=pending",
                "event=license.status_changed",
                "event=webhook.endpoint_degraded",
                "status=failed&event=license.status_changed",
                "status=failed&event=webhook.endpoint_degraded",
                "status=pending&event=webhook.endpoint_degraded")) {
            figures(list, "5 million", BUSY, filter);
            figures(list, "dead", DEAD, filter);
            figures(list, "small", SMALL, filter);
        }
        figures(list, "5 million", BUSY, "cursor=" + cursor(Duration.ofDays(15)));
        figures(list, "5 million", BUSY, "status=failed&cursor=" + cursor(Duration.ofDays(15)));
        explain(connection, "newest, any status and type", "pending,retrying,success,failed", null);
        explain(connection, "failed webhook.endpoint_degraded", "failed", "webhook.endpoint_degraded");
    }

    private static void figures(ListDeliveries list, String name, EndpointId endpoint, String filter) {
        DeliveryQuery query = query(filter);
        long[] nanos = new long[RUNS];
        int rows = 0;
        for (int i = 0; i < RUNS; i++) {
            long started = System.nanoTime();
            rows = list.list(endpoint, query).deliveries().size();
            nanos[i] = System.nanoTime() - started;
        }
        Arrays.sort(nanos);
        say(
                "%-10s %-52s %5d %9.2f %9.2f",
                name, filter.isEmpty() ? "-" : filter, rows, nanos[RUNS / 2] / 1e6, nanos[RUNS * 99 / 100] / 1e6);
        assertThat(nanos[RUNS / 2]).isLessThan(Duration.ofSeconds(1).toNanos());
    }

    /** Of both ranges that the listing asks for, the second one being asked only if the first one does not fill a page. */
    private static void explain(Connection connection, String name, String statuses, @Nullable String type)
            throws SQLException {
        UUID split = new UUID(END.minus(Duration.ofDays(2)).toEpochMilli() << 16, 0);
        for (UUID[] range : new UUID[][] {{new UUID(-1, -1), split}, {split, new UUID(0, 0)}}) {
            say("%n%s, ids from %s to %s", name, range[1], range[0]);
            List<String> plan = new ArrayList<>();
            try (var explain = connection.prepareStatement("EXPLAIN (ANALYZE, BUFFERS) " + ListDeliveries.SQL)) {
                explain.setArray(1, connection.createArrayOf("int2", codes(statuses)));
                explain.setArray(2, connection.createArrayOf("int2", types(type)));
                explain.setObject(3, BUSY.value());
                explain.setObject(4, range[0]);
                explain.setObject(5, range[1]);
                explain.setInt(6, 51);
                explain.setInt(7, 51);
                try (var lines = explain.executeQuery()) {
                    while (lines.next()) {
                        plan.add(lines.getString(1));
                    }
                }
            }
            // Partition after partition looks the same: the first ones and the sums show it.
            plan.stream().limit(24).forEach(line -> say("%s", line));
            say("   … %d lines", Math.max(0, plan.size() - 28));
            plan.stream().skip(Math.max(24, plan.size() - 4)).forEach(line -> say("%s", line));
        }
    }

    private static Short[] codes(String statuses) {
        return Arrays.stream(statuses.split(","))
                .map(status -> DeliveryStatus.ofWireName(status).orElseThrow().code())
                .toArray(Short[]::new);
    }

    private static Short[] types(@Nullable String only) {
        return Arrays.stream(EventType.values())
                .filter(type -> only == null || type.wireName().equals(only))
                .map(EventType::code)
                .toArray(Short[]::new);
    }

    private static DeliveryQuery query(String filter) {
        return DeliveryQuery.of(QueryParameters.parse(filter));
    }

    private static String cursor(Duration before) {
        return new DeliveryCursor(new DeliveryId(new UUID(END.minus(before).toEpochMilli() << 16, 0))).toString();
    }

    private static void fill(Connection connection) throws SQLException, IOException {
        try (InputStream sql = HistoryFigures.class.getResourceAsStream("history-fill.sql");
                Statement statement = connection.createStatement()) {
            String text = new String(Objects.requireNonNull(sql).readAllBytes(), StandardCharsets.UTF_8)
                    .replace("${rows}", ROWS);
            int vacuum = text.indexOf("VACUUM");
            statement.execute(text.substring(0, vacuum));
            // Not in a transaction with anything else.
            statement.execute(text.substring(vacuum));
        }
    }

    private static EndpointId endpoint(int number) {
        return EndpointId.parse("00000000-0000-4000-8000-%012d".formatted(number));
    }

    private static long seconds(long started) {
        return Duration.ofNanos(System.nanoTime() - started).toSeconds();
    }

    private static void say(String format, Object... values) {
        try {
            Files.writeString(
                    REPORT, (format + "%n").formatted(values), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
