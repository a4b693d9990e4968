package io.igregulator.webhooks.worker.outcome;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.igregulator.webhooks.embedded.Infrastructure;
import io.igregulator.webhooks.history.DeliveryStatus;
import io.igregulator.webhooks.worker.fixture.DeliveryRecords;
import io.igregulator.webhooks.worker.fixture.Receiver;
import io.igregulator.webhooks.worker.fixture.RunningWorker;
import io.igregulator.webhooks.worker.fixture.TestEndpoint;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is sent and not recorded is bounded, however slow PostgreSQL is. */
class UnrecordedIT {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int MOST = 60;
    private static final int CONCURRENCY = 10;
    private static final int ENDPOINTS = 8;
    private static final int EACH = 50;

    private final Infrastructure.Database database = Infrastructure.shared().freshDatabase();

    @Test
    void requestsStopAtTheBoundWhilePostgresHangsAndAllFollowOnce() throws SQLException {
        try (Receiver receiver = Receiver.start();
                RunningWorker worker = RunningWorker.start(
                        database,
                        "webhooks.retention.enabled=false",
                        "webhooks.outcomes.max-unrecorded=" + MOST,
                        // The number alone is to stop it.
                        "webhooks.outcomes.max-unrecorded-age=10m",
                        "webhooks.lanes.concurrency=" + CONCURRENCY);
                DeliveryRecords records = new DeliveryRecords(worker.endpoints().jdbc())) {
            List<TestEndpoint> endpoints = endpoints(worker, receiver);
            warmUp(worker, records, endpoints, receiver);
            try (Connection blocking = locked()) {
                endpoints.forEach(endpoint -> records.sendWithoutRow(endpoint.id(), EACH));
                await().atMost(PATIENCE).until(() -> exhausted(worker));
                await().atMost(PATIENCE)
                        .during(Duration.ofSeconds(2))
                        .until(() -> exhausted(worker)
                                // A lane that may continue may fill its places.
                                && receiver.received().size() < ENDPOINTS + MOST + CONCURRENCY);
                assertThat(receiver.received()).hasSizeGreaterThanOrEqualTo(ENDPOINTS + MOST / 2);
                assertThat(worker.metric("webhook_outcomes_unrecorded"))
                        .isBetween(MOST / 2.0, (double) MOST + CONCURRENCY);
                assertThat(worker.metric("webhook_outcomes_unrecorded_age_seconds"))
                        .isGreaterThanOrEqualTo(2);
                blocking.rollback();
            }
            awaitAll(worker, receiver, ENDPOINTS + ENDPOINTS * EACH);
            assertCommitsMeasured(worker);
            assertThat(worker.metric("webhook_deliveries_parked_total"))
                    .as("no endpoint was slow")
                    .isZero();
        }
    }

    @Test
    void requestsStopAtTheAgeHoweverFewThereAre() throws SQLException {
        try (Receiver receiver = Receiver.start();
                RunningWorker worker = RunningWorker.start(
                        database, "webhooks.retention.enabled=false", "webhooks.outcomes.max-unrecorded-age=300ms");
                DeliveryRecords records = new DeliveryRecords(worker.endpoints().jdbc())) {
            List<TestEndpoint> endpoints = endpoints(worker, receiver);
            warmUp(worker, records, endpoints, receiver);
            try (Connection blocking = locked()) {
                records.sendWithoutRow(endpoints.getFirst().id(), 1);
                await().atMost(PATIENCE).until(() -> exhausted(worker));
                records.sendWithoutRow(endpoints.getLast().id(), 1);
                await().atMost(PATIENCE).until(() -> worker.metric("webhook_deliveries_queued") == 1);
                await().atMost(PATIENCE)
                        .during(Duration.ofSeconds(1))
                        .until(() -> receiver.received().size() == ENDPOINTS + 1);
                blocking.rollback();
            }
            awaitAll(worker, receiver, ENDPOINTS + 2);
        }
    }

    private static void assertCommitsMeasured(RunningWorker worker) {
        await().atMost(PATIENCE)
                .until(() -> worker.metric("webhook_outcomes_batch_rows_sum") == ENDPOINTS + ENDPOINTS * EACH);
        double commits = worker.metric("webhook_outcomes_commit_seconds_count");
        assertThat(worker.metric("webhook_outcomes_batch_rows_count")).isEqualTo(commits);
        assertThat(worker.metric("webhook_outcomes_commit_seconds_bucket", "le=\"1.0\""))
                .as("one hung for two seconds or more")
                .isLessThan(commits);
        assertThat(worker.metric("webhook_outcomes_commit_seconds_bucket", "le=\"5.0\""))
                .isPositive();
    }

    private static List<TestEndpoint> endpoints(RunningWorker worker, Receiver receiver) {
        return IntStream.range(0, ENDPOINTS)
                .mapToObj(number -> worker.endpoints().create(receiver.url("/" + number)))
                .toList();
    }

    /** Endpoints are known from here on. */
    private static void warmUp(
            RunningWorker worker, DeliveryRecords records, List<TestEndpoint> endpoints, Receiver receiver) {
        endpoints.forEach(endpoint -> records.sendWithoutRow(endpoint.id(), 1));
        awaitAll(worker, receiver, ENDPOINTS);
    }

    private static void awaitAll(RunningWorker worker, Receiver receiver, int count) {
        await().atMost(PATIENCE)
                .until(() -> worker.endpoints()
                                .jdbc()
                                .sql("SELECT count(*) FROM delivery WHERE status = " + DeliveryStatus.SUCCESS.code())
                                .query(Long.class)
                                .single()
                        == count);
        assertThat(receiver.received()).hasSize(count);
    }

    private static boolean exhausted(RunningWorker worker) {
        return worker.bean(Unrecorded.class).exhausted();
    }

    /** Outcomes cannot be written until it ends. */
    private Connection locked() throws SQLException {
        Connection connection = DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password());
        connection.setAutoCommit(false);
        try (var lock = connection.createStatement()) {
            lock.execute("LOCK TABLE delivery IN SHARE ROW EXCLUSIVE MODE");
        }
        return connection;
    }
}
