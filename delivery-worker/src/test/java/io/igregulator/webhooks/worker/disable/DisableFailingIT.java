package io.igregulator.webhooks.worker.disable;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.igregulator.webhooks.audit.AuditWriter;
import io.igregulator.webhooks.embedded.Infrastructure;
import io.igregulator.webhooks.outbox.OutboxWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** Endpoints that fail for five days, as the clock has it. */
class DisableFailingIT {
    private static final Instant FIRST = Instant.parse("2026-11-21T12:00:00Z");
    private static final Duration AFTER = Duration.ofDays(5);

    private final HikariDataSource source = new HikariDataSource();
    private final UUID endpoint = UUID.randomUUID();
    private JdbcClient jdbc;
    private volatile Instant now = FIRST;

    @BeforeEach
    void insertEndpoint() {
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
                .params(endpoint, account)
                .update();
    }

    @AfterEach
    void close() {
        source.close();
    }

    @Test
    void anEndpointIsDisabledWhenItHasFailedForAsLongAsConfiguredAndNotBefore() {
        failed(FIRST, FIRST.plus(Duration.ofDays(4)));
        DisableFailing failing = failing(AFTER);

        now = FIRST.plus(AFTER).minusMillis(1);
        failing.tick();
        assertThat(active()).isTrue();

        now = FIRST.plus(AFTER);
        failing.tick();
        assertThat(active()).isFalse();
        assertThat(jdbc.sql("SELECT inactive_since FROM endpoint")
                        .query((row, number) -> row.getTimestamp(1).toInstant())
                        .single())
                .isEqualTo(now);
        assertThat(notices()).isEqualTo(1);
        assertThat(count("audit_entry")).isEqualTo(1);
    }

    @Test
    void attemptsOfOneDayAreNotEnough() {
        failed(FIRST, FIRST.plus(Duration.ofHours(11)));
        now = FIRST.plus(Duration.ofDays(30));

        failing(AFTER).tick();

        assertThat(active()).isTrue();
        assertThat(count("outbox")).isZero();
    }

    @Test
    void zeroIsNever() {
        failed(FIRST, FIRST.plus(Duration.ofDays(20)));
        now = FIRST.plus(Duration.ofDays(30));

        assertThat(failing(Duration.ZERO).tick()).isFalse();

        assertThat(active()).isTrue();
        assertThat(count("outbox")).isZero();
    }

    @Test
    void anEndpointThatIsInactiveAlreadyIsLeftAsItIs() {
        failed(FIRST, FIRST.plus(Duration.ofDays(4)));
        jdbc.sql("UPDATE endpoint SET active = false, inactive_reason = 'owner'")
                .update();
        now = FIRST.plus(Duration.ofDays(30));

        failing(AFTER).tick();

        assertThat(jdbc.sql("SELECT inactive_reason FROM endpoint")
                        .query(String.class)
                        .single())
                .isEqualTo("owner");
        assertThat(count("outbox")).isZero();
    }

    @Test
    void workersThatLookAtTheSameTimeAnnounceItOnce() throws Exception {
        failed(FIRST, FIRST.plus(Duration.ofDays(4)));
        now = FIRST.plus(Duration.ofDays(6));

        try (var workers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Boolean>> looks = IntStream.range(0, 8)
                    .mapToObj(number -> workers.submit(() -> failing(AFTER).tick()))
                    .toList();
            for (Future<Boolean> look : looks) {
                look.get();
            }
        }

        assertThat(active()).isFalse();
        assertThat(notices()).isEqualTo(1);
        assertThat(count("audit_entry")).isEqualTo(1);
    }

    private DisableFailing failing(Duration after) {
        var disable = new DisableEndpoint(jdbc, new AuditWriter(jdbc), new OutboxWriter(jdbc), new Random(1));
        return new DisableFailing(
                new FailingEndpoints(jdbc),
                disable,
                new JdbcTransactionManager(source),
                new DisableProperties(after, Duration.ofMinutes(1)),
                () -> now);
    }

    private void failed(Instant first, Instant last) {
        jdbc.sql("INSERT INTO endpoint_activity (endpoint_id, last_delivery_status, failing_since, last_failed_at)"
                        + " VALUES (?, 'retrying', ?, ?)")
                .params(endpoint, first.atOffset(ZoneOffset.UTC), last.atOffset(ZoneOffset.UTC))
                .update();
    }

    private boolean active() {
        return jdbc.sql("SELECT active FROM endpoint").query(Boolean.class).single();
    }

    private long notices() {
        return count("outbox WHERE topic = 'webhook.events'"
                + " AND convert_from(value, 'UTF8') LIKE '%\"event\":\"webhook.endpoint_disabled\"%'");
    }

    private long count(String fromAndWhere) {
        return jdbc.sql("SELECT count(*) FROM " + fromAndWhere)
                .query(Long.class)
                .single();
    }
}
