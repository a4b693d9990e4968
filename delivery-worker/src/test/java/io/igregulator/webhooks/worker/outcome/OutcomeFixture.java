package io.igregulator.webhooks.worker.outcome;

import com.zaxxer.hikari.HikariDataSource;
import io.igregulator.webhooks.audit.AuditWriter;
import io.igregulator.webhooks.embedded.Infrastructure;
import io.igregulator.webhooks.event.Body;
import io.igregulator.webhooks.figures.AttemptClass;
import io.igregulator.webhooks.figures.AttemptCounts;
import io.igregulator.webhooks.id.AccountId;
import io.igregulator.webhooks.id.DeliveryId;
import io.igregulator.webhooks.id.EndpointId;
import io.igregulator.webhooks.id.EventId;
import io.igregulator.webhooks.outbox.OutboxWriter;
import io.igregulator.webhooks.worker.degraded.EpisodeFixtures;
import io.igregulator.webhooks.worker.delivery.Attempts;
import io.igregulator.webhooks.worker.delivery.Delivery;
import io.igregulator.webhooks.worker.disable.DisableEndpoint;
import io.igregulator.webhooks.worker.fixture.RecordingTicket;
import io.igregulator.webhooks.worker.outcome.Outcome.Attempted;
import io.igregulator.webhooks.worker.retry.RetryDecision;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** The writer on a database of its own, whose time a test sets, and outcomes to write. */
final class OutcomeFixture implements AutoCloseable {
    static final Instant START = Instant.parse("2026-11-21T12:00:00.123456Z");

    private final Random random = new Random(1);
    private final HikariDataSource source = new HikariDataSource();
    final JdbcClient jdbc;
    final EndpointId endpoint = new EndpointId(UUID.randomUUID());
    volatile Instant now = START;

    OutcomeFixture() {
        Infrastructure.Database database = Infrastructure.shared().freshDatabase();
        source.setJdbcUrl(database.jdbcUrl());
        source.setUsername(database.user());
        source.setPassword(database.password());
        Flyway.configure().dataSource(source).load().migrate();
        jdbc = JdbcClient.create(source);
        UUID account = UUID.randomUUID();
        jdbc.sql("INSERT INTO account (id, name, plan) VALUES (?, 'test', 'pro')")
                .param(account)
                .update();
        jdbc.sql(
                        "INSERT INTO endpoint (id, account_id, url, events) VALUES (?, ?, 'https://a.test/', '{license.issued}')")
                .params(endpoint.value(), account)
                .update();
    }

    /** A worker's, which knows nothing of what another one has written. */
    OutcomeWriter writer() {
        JdbcTemplate template = new JdbcTemplate(source);
        return new OutcomeWriter(
                template,
                new JdbcTransactionManager(source),
                EpisodeFixtures.writer(jdbc),
                new DisableEndpoint(jdbc, new AuditWriter(jdbc), new OutboxWriter(jdbc), random),
                () -> now);
    }

    /** One with a transaction that stays open. */
    Connection open() throws SQLException {
        Connection connection = source.getConnection();
        connection.setAutoCommit(false);
        return connection;
    }

    Delivery fresh() {
        EventId event = EventId.create(START, random);
        return delivery(event, Attempts.NONE, false);
    }

    /** The same as it comes back from PostgreSQL. */
    Delivery claimed(Delivery delivery, int attempts) {
        return delivery(delivery.event(), new Attempts(attempts, 0), true);
    }

    private Delivery delivery(EventId event, Attempts attempts, boolean waiting) {
        return new Delivery(
                DeliveryId.of(event, endpoint),
                endpoint,
                new AccountId(new UUID(0, 0)),
                event,
                "license.issued",
                Body.of(new byte[0]),
                attempts,
                waiting,
                1,
                START.minusSeconds(1),
                0,
                new RecordingTicket(),
                null);
    }

    Attempted success(Delivery delivery, int latencyMillis, @Nullable String body) {
        return new Attempted(delivery, now, latencyMillis, 200, null, body, new RetryDecision.Delivered());
    }

    Attempted failure(Delivery delivery) {
        return new Attempted(
                delivery, now, 9, 500, null, "broken", new RetryDecision.RetryAt(now.plus(Duration.ofMinutes(1))));
    }

    Attempted exhausted(Delivery delivery) {
        return new Attempted(delivery, now, 9, 500, null, "broken", new RetryDecision.Exhausted());
    }

    Map<String, @Nullable Object> row(Delivery delivery) {
        return jdbc.sql("SELECT * FROM delivery WHERE id = ?")
                .param(delivery.id().value())
                .query()
                .singleRow();
    }

    /** As the API shows them. */
    List<Map<String, @Nullable Object>> attempts(Delivery delivery) {
        return jdbc.sql("SELECT * FROM every_attempt WHERE delivery_id = ? ORDER BY number")
                .param(delivery.id().value())
                .query()
                .listOfRows();
    }

    /** Of the endpoint; empty when nothing is written of it. */
    Map<String, @Nullable Object> figures() {
        return jdbc
                .sql("SELECT * FROM endpoint_activity WHERE endpoint_id = ?")
                .param(endpoint.value())
                .query()
                .listOfRows()
                .stream()
                .findFirst()
                .orElse(Map.of());
    }

    /** An attempt that no answer came to. */
    Attempted unanswered(Delivery delivery) {
        return new Attempted(
                delivery,
                now,
                10_000,
                null,
                "timeout",
                null,
                new RetryDecision.RetryAt(now.plus(Duration.ofMinutes(1))));
    }

    /** What the figures count of the endpoint, all batches together: {@code DELIVERED=2}. */
    Map<AttemptClass.End, Integer> counted() {
        Map<AttemptClass.End, Integer> ends = new EnumMap<>(AttemptClass.End.class);
        jdbc.sql("SELECT counts FROM figures_batch")
                .query((row, number) -> row.getBytes(1))
                .list()
                .forEach(stored -> AttemptCounts.read(
                        endpoint, stored, (attempts, count) -> ends.merge(attempts.end(), count, Integer::sum)));
        return ends;
    }

    long count(String fromAndWhere) {
        return jdbc.sql("SELECT count(*) FROM " + fromAndWhere)
                .query(Long.class)
                .single();
    }

    @Override
    public void close() {
        source.close();
    }
}
