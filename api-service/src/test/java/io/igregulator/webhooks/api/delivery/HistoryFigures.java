package io.igregulator.webhooks.api.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.igregulator.webhooks.api.web.QueryParameters;
import io.igregulator.webhooks.embedded.PostgresServer;
import io.igregulator.webhooks.id.DeliveryId;
import io.igregulator.webhooks.id.EndpointId;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.transaction.support.TransactionTemplate;

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
    private static final List<EndpointId> TWENTY = endpoints(20);
    private static final List<EndpointId> HUNDRED = endpoints(100);

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
        DataSource source = new SingleConnectionDataSource(connection, true);
        JdbcClient jdbc = JdbcClient.create(source);
        ListDeliveries list = new ListDeliveries(
                new SearchHistory(
                        new ReadRanges(jdbc),
                        new TransactionTemplate(new DataSourceTransactionManager(source)),
                        () -> END),
                new ReadHold(jdbc));
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
        for (String filter : List.of(
                "",
                "limit=200",
                "status=failed",
                "status=pending&event=webhook.endpoint_degraded",
                "http_status=5xx",
                "http_status=503",
                "error=timeout&status=failed",
                "error=expired")) {
            figures(list, "5 million", BUSY, filter);
            figures(list, "20", TWENTY, filter);
            figures(list, "20 small", TWENTY.subList(2, 20), filter);
            figures(list, "100", HUNDRED, filter);
        }
        figures(list, "5 million", BUSY, "http_status=204&status=success");
        figures(list, "5 million", BUSY, "since=2026-11-05T00:00:00Z&until=2026-11-06T00:00:00Z");
        figures(list, "5 million", BUSY, "cursor=" + cursor(Duration.ofDays(15)));
        figures(list, "5 million", BUSY, "status=failed&cursor=" + cursor(Duration.ofDays(15)));
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET enable_sort = off");
        }
        explain(connection, "newest, any status and type", "");
        explain(connection, "failed webhook.endpoint_degraded", "status=failed&event=webhook.endpoint_degraded");
    }

    private static void figures(ListDeliveries list, String name, EndpointId endpoint, String filter) {
        figures(list, name, List.of(endpoint), filter);
    }

    private static void figures(ListDeliveries list, String name, List<EndpointId> endpoints, String filter) {
        DeliveryQuery query = query(filter);
        long[] nanos = new long[RUNS];
        int rows = 0;
        for (int i = 0; i < RUNS; i++) {
            long started = System.nanoTime();
            rows = list.list(endpoints, query).deliveries().size();
            nanos[i] = System.nanoTime() - started;
        }
        Arrays.sort(nanos);
        say(
                "%-10s %-52s %5d %9.2f %9.2f",
                name, filter.isEmpty() ? "-" : filter, rows, nanos[RUNS / 2] / 1e6, nanos[RUNS * 99 / 100] / 1e6);
        assertThat(nanos[RUNS / 2]).isLessThan(Duration.ofSeconds(1).toNanos());
    }

    /** Of both ranges that the listing asks for, the second one being asked only if the first one does not fill a page. */
    private static void explain(Connection connection, String name, String filter) throws SQLException {
        UUID split = new UUID(END.minus(Duration.ofDays(2)).toEpochMilli() << 16, 0);
        for (UUID[] range : new UUID[][] {{new UUID(-1, -1), split}, {split, new UUID(0, 0)}}) {
            say("%n%s, ids from %s to %s", name, range[1], range[0]);
            List<String> plan = new ArrayList<>();
            try (var explain = connection.prepareStatement("EXPLAIN (ANALYZE, BUFFERS) " + ReadRanges.SQL)) {
                List<HistoryRange> ranges =
                        HistoryRange.of(List.of(BUSY), query(filter).filter());
                explain.setNull(1, Types.VARCHAR);
                explain.setBoolean(2, true);
                explain.setNull(3, Types.ARRAY);
                explain.setBoolean(4, true);
                explain.setArray(
                        5,
                        column(connection, "uuid", ranges, one -> one.endpoint().value()));
                explain.setArray(
                        6,
                        column(connection, "int2", ranges, one -> one.status().code()));
                explain.setArray(
                        7, column(connection, "int2", ranges, one -> one.event().code()));
                explain.setArray(8, column(connection, "uuid", ranges, one -> range[0]));
                explain.setObject(9, range[1]);
                explain.setInt(10, 51);
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

    private static <T> Array column(Connection connection, String type, List<T> rows, Function<T, Object> value)
            throws SQLException {
        return connection.createArrayOf(type, rows.stream().map(value).toArray());
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

    private static List<EndpointId> endpoints(int count) {
        return IntStream.range(0, count).mapToObj(HistoryFigures::endpoint).toList();
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
