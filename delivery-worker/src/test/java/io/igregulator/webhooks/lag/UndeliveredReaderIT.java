package io.igregulator.webhooks.lag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import io.igregulator.webhooks.database.DedicatedSessions;
import io.igregulator.webhooks.embedded.Infrastructure;
import io.igregulator.webhooks.event.EventType;
import io.igregulator.webhooks.loop.Phases;
import io.igregulator.webhooks.loop.SupervisedLoop;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class UndeliveredReaderIT {
    private final HikariDataSource source = new HikariDataSource();
    private JdbcClient jdbc;

    @BeforeEach
    void connect() {
        Infrastructure.Database database = Infrastructure.shared().freshDatabase();
        source.setJdbcUrl(database.jdbcUrl());
        source.setUsername(database.user());
        source.setPassword(database.password());
        Flyway.configure().dataSource(source).load().migrate();
        jdbc = JdbcClient.create(source);
    }

    @AfterEach
    void disconnect() {
        source.close();
    }

    @Test
    void nothingWaitsForAnyReasonInAnEmptyDatabase() {
        assertThat(new UndeliveredReader(jdbc).read())
                .containsOnlyKeys("retry", "held", "inactive", "resent")
                .allSatisfy((reason, found) -> assertThat(found).isEqualTo(Undelivered.NONE));
    }

    @Test
    void everyRowHasOneReasonAndCountsItsAgeFromItsCreation() {
        UUID free = endpoint(true, "-1 minute");
        waiting(free, 2, null, 3, 100);
        waiting(free, 0, null, 4, 200);
        waiting(free, 3, 1, 5, 300);
        waiting(endpoint(true, "10 minutes"), 1, null, 6, 400);
        UUID inactive = endpoint(false, "infinity");
        waiting(inactive, 1, null, 7, 500);
        waiting(inactive, 3, 1, 1, 600);
        UUID suspended = endpoint(true, "infinity");
        waiting(suspended, 1, null, 2, 450);
        jdbc.sql("UPDATE endpoint SET suspended_at = now() WHERE id = ?")
                .param(suspended)
                .update();

        var found = new UndeliveredReader(jdbc).read();

        assertThat(found.get("retry")).satisfies(each -> is(each, 3, 100));
        assertThat(found.get("held")).satisfies(each -> is(each, 10, 400));
        assertThat(found.get("resent")).satisfies(each -> is(each, 5, 300));
        assertThat(found.get("inactive")).satisfies(each -> is(each, 10, 600));
    }

    @Test
    void oneProcessMeasuresAndAnotherTakesOverWhenItEnds() {
        UUID endpoint = endpoint(true, "-1 minute");
        waiting(endpoint, 1, null, 3, 100);
        waiting(endpoint, 2, 1, 2, 100);
        var one = new SimpleMeterRegistry();
        var other = new SimpleMeterRegistry();
        SupervisedLoop first = loop(one);
        SupervisedLoop second = loop(other);
        first.start();
        try {
            await().untilAsserted(() -> assertThat(retries(one)).isEqualTo(3));
            await().untilAsserted(() -> assertThat(rows(one)).isEqualTo(5));
            second.start();
            await().during(Duration.ofSeconds(1)).untilAsserted(() -> {
                assertThat(retries(other)).isNaN();
                assertThat(rows(other)).isNaN();
            });
            first.stop();
            await().untilAsserted(() -> assertThat(retries(other)).isEqualTo(3));
            await().untilAsserted(() -> assertThat(rows(other)).isEqualTo(5));
            assertThat(retries(one)).isNaN();
            assertThat(rows(one)).isNaN();
        } finally {
            first.stop();
            second.stop();
        }
    }

    @Test
    void aCountThatTakesTooLongStaysWithItsProcess() throws SQLException {
        var registry = new SimpleMeterRegistry();
        SupervisedLoop loop = loop(registry);
        loop.start();
        try (Connection connection = source.getConnection()) {
            await().untilAsserted(() -> assertThat(retries(registry)).isZero());
            int session = measuringSession();
            connection.setAutoCommit(false);
            connection.createStatement().execute("LOCK TABLE waiting_delivery IN ACCESS EXCLUSIVE MODE");

            await().atMost(Duration.ofSeconds(30))
                    .untilAsserted(() -> assertThat(retries(registry)).isNaN());
            await().during(Duration.ofSeconds(1))
                    .untilAsserted(() -> assertThat(measuringSession()).isEqualTo(session));
            connection.rollback();
        } finally {
            loop.stop();
        }
    }

    private int measuringSession() {
        return jdbc.sql("""
                        SELECT coalesce(max(pid), 0) FROM pg_locks
                        WHERE locktype = 'advisory' AND objid::bigint + (classid::bigint << 32) = ? AND granted
                            AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
                        """).param(MeasureUndelivered.LOCK).query(Integer.class).single();
    }

    private SupervisedLoop loop(SimpleMeterRegistry registry) {
        UndeliveredMeters meters = new UndeliveredMeters(registry, InstantSource.system());
        return SupervisedLoop.interruptible(
                "undelivered",
                new MeasureUndelivered(
                        jdbc,
                        new DedicatedSessions(source),
                        meters,
                        new WaitingTotal(registry),
                        Duration.ofMillis(100),
                        InstantSource.system()),
                Phases.APART,
                InstantSource.system());
    }

    private static double retries(SimpleMeterRegistry registry) {
        var gauge = registry.find("webhook.undelivered.deliveries")
                .tag("reason", "retry")
                .gauge();
        return gauge == null ? Double.NaN : gauge.value();
    }

    private static double rows(SimpleMeterRegistry registry) {
        var gauge = registry.find("webhook.waiting.rows").gauge();
        return gauge == null ? Double.NaN : gauge.value();
    }

    private static void is(Undelivered found, long deliveries, long seconds) {
        assertThat(found.deliveries()).isEqualTo(deliveries);
        assertThat((InstantSource.system().millis() - found.oldest()) / 1000).isBetween(seconds, seconds + 60);
    }

    private UUID endpoint(boolean active, String dueIn) {
        UUID account = UUID.randomUUID();
        UUID endpoint = UUID.randomUUID();
        jdbc.sql("INSERT INTO account (id, name, plan) VALUES (?, 'test', 'pro')")
                .param(account)
                .update();
        jdbc.sql(
                        "INSERT INTO endpoint (id, account_id, url, events, active) VALUES (?, ?, 'https://example.org', '{x}', ?)")
                .params(endpoint, account, active)
                .update();
        jdbc.sql("INSERT INTO endpoint_queue (endpoint_id, shard, next_due_at) VALUES (?, 1, "
                        + (dueIn.equals("infinity") ? "'infinity')" : "now() + interval '" + dueIn + "')"))
                .param(endpoint)
                .update();
        return endpoint;
    }

    private void waiting(UUID endpoint, int attempts, @Nullable Integer beforeResend, int rows, int ageSeconds) {
        jdbc.sql("""
                        INSERT INTO waiting_delivery (delivery_id, endpoint_id, event_id, event_type, attempts,
                            attempts_before_resend, due_at, created_at)
                        SELECT gen_random_uuid(), ?, gen_random_uuid(), ?, ?, ?, now(), now() - ? * interval '1 second'
                        FROM generate_series(1, ?)
                        """)
                .param(endpoint)
                .param(EventType.LICENSE_ISSUED.code())
                .param(attempts)
                .param(beforeResend)
                .param(ageSeconds)
                .param(rows)
                .update();
    }
}
