package io.igregulator.webhooks.worker.outage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.igregulator.webhooks.embedded.Failover;
import io.igregulator.webhooks.embedded.Infrastructure;
import io.igregulator.webhooks.embedded.PostgresServer;
import io.igregulator.webhooks.history.DeliveryStatus;
import io.igregulator.webhooks.worker.fixture.DeliveryRecords;
import io.igregulator.webhooks.worker.fixture.Receiver;
import io.igregulator.webhooks.worker.fixture.RunningWorker;
import io.igregulator.webhooks.worker.fixture.TestEndpoint;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** PostgreSQL's primary was demoted: its sessions stay connected and take no writes, new ones lead elsewhere. */
class FailoverIT {
    private static final Duration PROMISED = Duration.ofSeconds(10);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final PostgresServer postgres = PostgresServer.start(PostgresServer.Options.temporary());
    private final Receiver receiver = Receiver.start();
    private RunningWorker worker;
    private DeliveryRecords records;

    @BeforeEach
    void start() {
        postgres.createDatabase("webhooks");
        worker = RunningWorker.start(
                new Infrastructure.Database(postgres.jdbcUrl("webhooks"), PostgresServer.USER, PostgresServer.PASSWORD),
                "spring.datasource.hikari.connection-timeout=1000");
        records = new DeliveryRecords(worker.endpoints().jdbc());
    }

    @AfterEach
    void stop() {
        records.close();
        worker.close();
        receiver.close();
        postgres.close();
    }

    @Test
    void deliveriesGoOnSoonAfterTheNewPrimaryTakesWritesAndNoneIsLostOrRepeated() throws SQLException {
        Failover failover = new Failover(postgres);
        TestEndpoint endpoint = worker.endpoints().create(receiver.url("/hook"));
        records.send(endpoint.id(), 1);
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(successes()).isEqualTo("1"));

        failover.demote();
        records.sendWithoutRow(endpoint.id(), 20);
        await().atMost(PROMISED).until(() -> readiness() == 503);
        await().atMost(PROMISED).until(() -> receiver.received().size() > 1);
        assertThat(successes()).as("nothing can be recorded").isEqualTo("1");

        String promoted = one("SELECT clock_timestamp()");
        failover.promote();
        await().atMost(PROMISED).untilAsserted(() -> {
            assertThat(successes()).isEqualTo("21");
            assertThat(readiness()).isEqualTo(200);
        });
        assertThat(receiver.received()).as("none was repeated").hasSize(21);
        await().atMost(PROMISED)
                .untilAsserted(() -> assertThat(sessionsBefore(promoted))
                        .as("no session of the old primary is kept")
                        .isEqualTo("0"));
    }

    @Test
    void theLockOfAnIdleWorkerIsTakenOnTheNewPrimary() throws SQLException {
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(lockHolder()).isNotNull());
        Failover failover = new Failover(postgres);
        failover.demote();
        String promoted = one("SELECT clock_timestamp()");
        failover.promote();

        await().atMost(PROMISED).untilAsserted(() -> {
            assertThat(sessionsBefore(promoted)).isEqualTo("0");
            assertThat(lockHolder()).isNotNull();
            assertThat(readiness()).isEqualTo(200);
        });
    }

    private int readiness() {
        return worker.get("/actuator/health/readiness").statusCode();
    }

    private String successes() throws SQLException {
        return one("SELECT count(*) FROM delivery WHERE status = " + DeliveryStatus.SUCCESS.code());
    }

    private String lockHolder() throws SQLException {
        return one("""
                SELECT max(pid) FROM pg_locks JOIN pg_stat_activity USING (pid)
                WHERE locktype = 'advisory' AND application_name = 'webhook-worker-lock'
                """);
    }

    private String sessionsBefore(String instant) throws SQLException {
        return one("""
                SELECT count(*) FROM pg_stat_activity
                WHERE application_name LIKE 'webhook-%%' AND backend_start < '%s'
                """.formatted(instant));
    }

    private String one(String sql) throws SQLException {
        try (Connection connection = postgres.connect("webhooks");
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
