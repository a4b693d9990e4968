package io.igregulator.webhooks.worker.retention;

import com.zaxxer.hikari.HikariDataSource;
import io.igregulator.webhooks.embedded.Infrastructure;
import io.igregulator.webhooks.embedded.Roles;
import io.igregulator.webhooks.id.DeliveryId;
import io.igregulator.webhooks.id.EndpointId;
import io.igregulator.webhooks.id.EventId;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** Retention on a database of its own, whose time a test sets, and rows to retain. */
final class RetentionFixture implements AutoCloseable {
    static final Instant START = Instant.parse("2026-11-21T12:00:00Z");
    static final LocalDate TODAY = LocalDate.ofInstant(START, ZoneOffset.UTC);
    static final EndpointId ENDPOINT = new EndpointId(UUID.randomUUID());

    private final Random random = new Random(1);
    private final HikariDataSource source = new HikariDataSource();
    // The role that retention runs as; the rest here is a test's, which may do all.
    private final HikariDataSource worker = new HikariDataSource();
    private final JdbcClient jdbc;
    final MeterRegistry meters = new SimpleMeterRegistry();
    final Retention retention;
    volatile Instant now = START;

    RetentionFixture() {
        this(100);
    }

    RetentionFixture(int batchSize) {
        Infrastructure.Database database = Infrastructure.shared().freshDatabase();
        source.setJdbcUrl(database.jdbcUrl());
        source.setUsername(database.user());
        source.setPassword(database.password());
        Flyway.configure().dataSource(source).load().migrate();
        jdbc = JdbcClient.create(source);
        Infrastructure.Database asWorker = database.as(Roles.WORKER);
        worker.setJdbcUrl(asWorker.jdbcUrl());
        worker.setUsername(asWorker.user());
        worker.setPassword(asWorker.password());
        retention = retention(batchSize);
    }

    /** Another worker's. */
    Retention retention(int batchSize) {
        RetentionProperties properties = new RetentionProperties(
                true,
                Duration.ofMinutes(10),
                Duration.ofDays(7),
                Duration.ofDays(30),
                Duration.ofDays(7),
                Duration.ofMinutes(5),
                batchSize);
        JdbcClient own = JdbcClient.create(worker);
        RetentionSteps steps = new RetentionSteps(own, new JdbcTransactionManager(worker), properties, () -> now);
        RetentionMeters figures = new RetentionMeters(meters, () -> now);
        return new Retention(steps.inOrder(), new PartitionReader(own), figures, properties.interval());
    }

    JdbcClient jdbc() {
        return jdbc;
    }

    /** Past the pool's other users: one with a transaction that stays open. */
    Connection open() throws SQLException {
        Connection connection = source.getConnection();
        connection.setAutoCommit(false);
        return connection;
    }

    List<Partition> partitions(HistoryTable table) {
        return new PartitionReader(jdbc).read(table);
    }

    static Instant noon(LocalDate day) {
        return day.atTime(12, 0).toInstant(ZoneOffset.UTC);
    }

    EventId event(Instant time) {
        EventId id = EventId.create(time, random);
        jdbc.sql("INSERT INTO event (id, type, body, published_at) VALUES (?, 't', '', ?) ON CONFLICT (id) DO NOTHING")
                .param(id.bits())
                .param(now.atOffset(ZoneOffset.UTC))
                .update();
        return id;
    }

    /** A delivery with its one attempt. */
    DeliveryId delivery(EndpointId endpoint, Instant time) {
        EventId event = EventId.create(time, random);
        DeliveryId id = DeliveryId.of(event, endpoint);
        recordOutcome(endpoint, event, id, 1);
        return id;
    }

    /** What a worker writes after an attempt. */
    void recordOutcome(EndpointId endpoint, EventId event, DeliveryId id, int attempt) {
        jdbc.sql("""
                        INSERT INTO delivery (id, endpoint_id, event_id, event_type, status, attempt_count, created_at)
                        VALUES (?, ?, ?, 1, 2, ?, ?)
                        ON CONFLICT (id) DO UPDATE SET attempt_count = EXCLUDED.attempt_count
                        """)
                .params(id.value(), endpoint.value(), event.bits(), attempt, now.atOffset(ZoneOffset.UTC))
                .update();
        jdbc.sql("""
                        INSERT INTO attempt (delivery_id, number, started_at, latency_ms) VALUES (?, ?, ?, 1)
                        ON CONFLICT (delivery_id, number) DO NOTHING
                        """).params(id.value(), attempt, now.atOffset(ZoneOffset.UTC)).update();
    }

    void markDeleted(EndpointId endpoint) {
        jdbc.sql("INSERT INTO deleted_endpoint VALUES (?, ?)")
                .params(endpoint.value(), now.atOffset(ZoneOffset.UTC))
                .update();
    }

    long count(String fromAndWhere, Object... parameters) {
        return jdbc.sql("SELECT count(*) FROM " + fromAndWhere)
                .params(List.of(parameters))
                .query(Long.class)
                .single();
    }

    /** The partition that holds a row. */
    String home(String table, UUID id) {
        return jdbc.sql("SELECT tableoid::regclass::text FROM %s WHERE %s = ?"
                        .formatted(table, table.equals("attempt") ? "delivery_id" : "id"))
                .param(id)
                .query(String.class)
                .single();
    }

    @Override
    public void close() {
        worker.close();
        source.close();
    }
}
