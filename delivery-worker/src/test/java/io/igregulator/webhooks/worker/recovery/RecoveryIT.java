package io.igregulator.webhooks.worker.recovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.igregulator.webhooks.embedded.Infrastructure;
import io.igregulator.webhooks.history.DeliveryStatus;
import io.igregulator.webhooks.id.DeliveryId;
import io.igregulator.webhooks.worker.fixture.Answer;
import io.igregulator.webhooks.worker.fixture.Received;
import io.igregulator.webhooks.worker.fixture.Receiver;
import io.igregulator.webhooks.worker.fixture.RunningWorker;
import io.igregulator.webhooks.worker.fixture.TestEndpoint;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Rows of {@code recovery} in, each failed delivery of their span out once more. */
class RecoveryIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int MAX_WAITING = 10;

    private static RunningWorker worker;
    private static JdbcClient jdbc;
    private static FailedDeliveries failed;
    private final Instant start = Instant.now().truncatedTo(ChronoUnit.MILLIS).minusSeconds(3_600);
    private final Instant end = start.plusSeconds(1_800);
    private final CountDownLatch answers = new CountDownLatch(1);
    private Receiver receiver;
    private TestEndpoint endpoint;

    @BeforeAll
    static void startWorker() {
        worker = RunningWorker.start(
                Infrastructure.shared().freshDatabase(),
                "webhooks.recovery.interval=50ms",
                "webhooks.recovery.batch-size=4",
                "webhooks.recovery.max-waiting=" + MAX_WAITING);
        jdbc = worker.endpoints().jdbc();
        failed = new FailedDeliveries(jdbc);
    }

    @AfterAll
    static void stopWorker() {
        worker.close();
    }

    @BeforeEach
    void startReceiver() {
        receiver = Receiver.start();
        endpoint = worker.endpoints().create(receiver.url("/hook"));
    }

    @AfterEach
    void stopReceiver() {
        answers.countDown();
        receiver.close();
    }

    @Test
    void everyFailedDeliveryOfTheSpanIsSentOnceMoreAndNothingElse() {
        double resentBefore = worker.metric("webhook_resent_total");
        List<DeliveryId> wanted = failed.write(endpoint.id(), start, 25);
        failed.write(endpoint.id(), start.minusMillis(1), 1);
        failed.write(endpoint.id(), end, 1);
        failed.write(endpoint.id(), start.plusSeconds(1), DeliveryStatus.SUCCESS, true);
        failed.write(endpoint.id(), start.plusSeconds(2), DeliveryStatus.FAILED, false);
        failed.write(worker.endpoints().create(receiver.url("/other")).id(), start, 3);

        UUID recovery = failed.recover(endpoint.id(), start, end);

        awaitDone(recovery);
        awaitSentOnce(wanted);
        assertThat(worker.row("SELECT * FROM recovery WHERE id = ?", recovery))
                .containsEntry("resent", 25)
                .containsEntry("skipped", 1)
                .extractingByKey("finished_at")
                .isNotNull();
        await().atMost(PATIENCE).until(() -> worker.metric("webhook_resent_total") - resentBefore == 25);
    }

    @Test
    void onlySoManyWaitAtATimeAndMoreFollowAsTheyEnd() {
        receiver.answering(this::whenAllowed);
        List<DeliveryId> wanted = failed.write(endpoint.id(), start, 3 * MAX_WAITING);

        UUID recovery = failed.recover(endpoint.id(), start, end);

        await().atMost(PATIENCE).until(() -> waiting() == MAX_WAITING);
        await().during(Duration.ofMillis(500)).atMost(PATIENCE).until(() -> waiting() == MAX_WAITING);
        assertThat(worker.row("SELECT * FROM recovery WHERE id = ?", recovery))
                .containsEntry("status", "running")
                .containsEntry("resent", MAX_WAITING);
        await().atMost(PATIENCE).until(() -> worker.metric("webhook_recoveries", "running") == 1);
        answers.countDown();
        awaitDone(recovery);
        awaitSentOnce(wanted);
    }

    @Test
    void aStepThatDiesIsAsIfItHadNotBegun() throws Exception {
        List<DeliveryId> wanted = failed.write(endpoint.id(), start, 12);
        UUID recovery;
        try (var connection = worker.bean(DataSource.class).getConnection();
                var lock = connection.prepareStatement("SELECT FROM delivery WHERE id = ? FOR UPDATE")) {
            connection.setAutoCommit(false);
            // In the second batch of four, and not the first one of it.
            lock.setObject(1, wanted.get(6).value());
            lock.execute();
            recovery = failed.recover(endpoint.id(), start, end);
            // What PostgreSQL sees of a kill -9: a connection that ends within its transaction.
            await().atMost(PATIENCE).until(() -> terminateWhoWaits() == 1);
            assertThat(worker.row("SELECT * FROM recovery WHERE id = ?", recovery))
                    .containsEntry("resent", 4);
            connection.rollback();
        }
        awaitDone(recovery);
        awaitSentOnce(wanted);
        assertThat(worker.row("SELECT * FROM recovery WHERE id = ?", recovery)).containsEntry("resent", 12);
    }

    @Test
    void anInactiveEndpointsRecoveriesWaitAndThenComeOneAfterTheOther() {
        worker.endpoints().setActive(endpoint.id(), false);
        List<DeliveryId> wanted = failed.write(endpoint.id(), start, 5);
        UUID first = failed.recover(endpoint.id(), start, end);
        UUID second = failed.recover(endpoint.id(), start, end);
        receiver.answering(this::whenAllowed);

        await().during(Duration.ofMillis(500))
                .atMost(PATIENCE)
                .until(() -> failed.status(first).equals("queued"));
        worker.endpoints().setActive(endpoint.id(), true);

        awaitDone(first);
        answers.countDown();
        awaitDone(second);
        awaitSentOnce(wanted);
        assertThat(worker.row("SELECT * FROM recovery WHERE id = ?", second)).containsEntry("resent", 0);
    }

    @Test
    void deletingTheEndpointEndsItsRecovery() {
        receiver.answering(this::whenAllowed);
        failed.write(endpoint.id(), start, 3 * MAX_WAITING);
        failed.recover(endpoint.id(), start, end);
        await().atMost(PATIENCE).until(() -> waiting() == MAX_WAITING);

        worker.endpoints().delete(endpoint.id());
        answers.countDown();

        assertThat(worker.row(
                        "SELECT count(*) AS left FROM recovery WHERE endpoint_id = ?",
                        endpoint.id().value()))
                .containsEntry("left", 0L);
        await().during(Duration.ofMillis(500))
                .atMost(PATIENCE)
                .until(() -> receiver.received().size() <= MAX_WAITING);
    }

    private Answer whenAllowed(Received request) {
        try {
            return Answer.of(answers.await(10, TimeUnit.SECONDS) ? 200 : 500);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Answer.of(500);
        }
    }

    private void awaitDone(UUID recovery) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(failed.status(recovery)).isEqualTo("done"));
    }

    private void awaitSentOnce(List<DeliveryId> wanted) {
        await().atMost(PATIENCE).until(() -> waiting() == 0);
        assertThat(receiver.received("/hook"))
                .allMatch(request -> request.attempt() == 2)
                .extracting(request -> request.header("X-iGregulator-Delivery-Id"))
                .containsExactlyInAnyOrderElementsOf(
                        wanted.stream().map(DeliveryId::toString).toList());
    }

    private int waiting() {
        return jdbc.sql("SELECT count(*) FROM waiting_delivery WHERE endpoint_id = ?")
                .param(endpoint.id().value())
                .query(Integer.class)
                .single();
    }

    private static int terminateWhoWaits() {
        return jdbc.sql("""
                        SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity
                        WHERE datname = current_database() AND wait_event_type = 'Lock'
                            AND query LIKE '%FOR NO KEY UPDATE OF d%'
                        """).query(Integer.class).single();
    }
}
