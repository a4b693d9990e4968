package io.igregulator.webhooks.worker.waiting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.igregulator.webhooks.embedded.Infrastructure;
import io.igregulator.webhooks.history.DeliveryStatus;
import io.igregulator.webhooks.topic.ConsumerGroups;
import io.igregulator.webhooks.topic.Topics;
import io.igregulator.webhooks.worker.fixture.Answer;
import io.igregulator.webhooks.worker.fixture.DeliveryRecords;
import io.igregulator.webhooks.worker.fixture.Received;
import io.igregulator.webhooks.worker.fixture.Receiver;
import io.igregulator.webhooks.worker.fixture.RunningWorker;
import io.igregulator.webhooks.worker.fixture.TestEndpoint;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** An endpoint that its owner wants to be tried now: one delivery shows that the receiver works, the others follow gently. */
class TryNowIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    /** The wait that would pass without it is an hour. */
    private static final Duration SOON = Duration.ofSeconds(20);

    private static final int PLACES = 10;
    private static final String[] PATIENT_BREAKER = {
        "webhooks.breaker.first-wait=1h", "webhooks.breaker.longest-wait=1h"
    };

    private final Infrastructure.Database database = Infrastructure.shared().freshDatabase();
    private final DataSource dataSource =
            new DriverManagerDataSource(database.jdbcUrl(), database.user(), database.password());
    private final JdbcClient jdbc = JdbcClient.create(dataSource);
    private final TransactionTemplate transaction = new TransactionTemplate(new JdbcTransactionManager(dataSource));
    private final Receiver receiver = Receiver.start();
    private final CountDownLatch firstMayEnd = new CountDownLatch(1);
    private final AtomicInteger inFlight = new AtomicInteger();
    private final AtomicInteger answered = new AtomicInteger();
    private final List<String> tooMany = new CopyOnWriteArrayList<>();
    private RunningWorker worker;
    private DeliveryRecords records;

    @BeforeEach
    void startWorker() {
        receiver.answering(request -> Answer.of(500));
        start();
    }

    @AfterEach
    void stopAll() {
        firstMayEnd.countDown();
        records.close();
        worker.close();
        receiver.close();
    }

    @Test
    void anOpenCircuitLetsOneDeliveryOutAndAfterItsSuccessAllThatWaitFewAtATime() {
        TestEndpoint endpoint = held(150);
        repair();
        int before = receiver.received().size();

        wakeQueue(endpoint);
        await().during(Duration.ofSeconds(1))
                .atMost(PATIENCE)
                .until(() -> receiver.received().size() == before);
        tryNow(endpoint);

        await().atMost(SOON).until(() -> inFlight.get() == 1);
        await().during(Duration.ofSeconds(1)).atMost(PATIENCE).until(() -> inFlight.get() == 1);
        assertThat(receiver.received()).as("one first").hasSize(before + 1);
        firstMayEnd.countDown();
        await().atMost(PATIENCE).until(() -> count("delivery WHERE status = " + DeliveryStatus.SUCCESS.code()) == 165);
        assertThat(tooMany).as("more in flight than successes have earned").isEmpty();
        await().atMost(PATIENCE).until(() -> count("waiting_delivery") == 0 && count("endpoint_circuit") == 0);
        assertThat(count("endpoint_resume WHERE NOT pending")).isEqualTo(1);
    }

    @Test
    void aProbeThatFailsLeavesTheOthersToWait() {
        TestEndpoint endpoint = held(20);
        int before = receiver.received().size();

        tryNow(endpoint);

        await().atMost(SOON).until(() -> receiver.received().size() == before + 1);
        await().atMost(PATIENCE).until(() -> count("endpoint_circuit WHERE openings = 2") == 1);
        await().during(Duration.ofSeconds(1))
                .atMost(PATIENCE)
                .until(() -> receiver.received().size() == before + 1);
        assertThat(count("endpoint_circuit WHERE probe_at > now() + interval '50 minutes'"))
                .isEqualTo(1);
    }

    @Test
    void retriesThatWaitForTheirTimeFollowTheFirstOfThem() {
        TestEndpoint endpoint = retrying(8);
        repair();

        tryNow(endpoint);

        await().atMost(SOON).until(() -> inFlight.get() == 1);
        await().during(Duration.ofSeconds(1)).atMost(PATIENCE).until(() -> inFlight.get() == 1);
        firstMayEnd.countDown();
        await().atMost(SOON).until(() -> count("delivery WHERE status = " + DeliveryStatus.SUCCESS.code()) == 8);
        assertThat(tooMany).isEmpty();
        assertThat(receiver.received()).as("each once more").hasSize(16);
        assertThat(count("waiting_delivery")).isZero();
    }

    @Test
    void aRetryThatFailsBeforeItsTimeLeavesTheOthersTheirs() {
        TestEndpoint endpoint = retrying(8);

        tryNow(endpoint);

        await().atMost(SOON).until(() -> receiver.received().size() == 9);
        await().atMost(PATIENCE).until(() -> count("waiting_delivery WHERE attempts = 2") == 1);
        await().during(Duration.ofSeconds(1))
                .atMost(PATIENCE)
                .until(() -> receiver.received().size() == 9);
        assertThat(count("waiting_delivery WHERE attempts = 1 AND due_at > now() + interval '50 minutes'"))
                .isEqualTo(7);
    }

    @Test
    void theNextOwnerTakesARequestThatFoundNone() {
        TestEndpoint endpoint = held(10);
        firstMayEnd.countDown();
        worker.close();
        repair();
        tryNow(endpoint);

        records.close();
        start();

        await().atMost(PATIENCE).until(() -> count("delivery WHERE status = " + DeliveryStatus.SUCCESS.code()) == 25);
        assertThat(count("endpoint_resume WHERE NOT pending")).isEqualTo(1);
    }

    /** 15 that were tried, and so many that were parked since. */
    private TestEndpoint held(int parked) {
        TestEndpoint endpoint = worker.endpoints().create(receiver.url("/fixed"));
        send(endpoint, 15);
        await().atMost(PATIENCE).until(() -> count("endpoint_circuit") == 1);
        send(endpoint, parked);
        awaitNoLag();
        await().atMost(PATIENCE).until(() -> count("waiting_delivery") == 15 + parked);
        return endpoint;
    }

    /** Too few failures for the circuit; each is due in an hour. */
    private TestEndpoint retrying(int deliveries) {
        TestEndpoint endpoint = worker.endpoints().create(receiver.url("/fixed"));
        send(endpoint, deliveries);
        await().atMost(PATIENCE).until(() -> count("waiting_delivery WHERE attempts = 1") == deliveries);
        awaitNoLag();
        jdbc.sql("UPDATE waiting_delivery SET due_at = now() + interval '1 hour'")
                .update();
        jdbc.sql("UPDATE endpoint_queue SET next_due_at = now() + interval '1 hour'")
                .update();
        return endpoint;
    }

    /** The first request is answered when the test says so. What is in flight may grow by one with each answer. */
    private void repair() {
        receiver.answering(this::answer);
    }

    private Answer answer(Received request) {
        int earned = Math.min(PLACES, 1 + answered.get());
        int now = inFlight.incrementAndGet();
        if (now > earned) {
            tooMany.add(now + " of " + earned);
        }
        awaitQuietly(firstMayEnd);
        inFlight.decrementAndGet();
        answered.incrementAndGet();
        return Answer.of(200);
    }

    /** What the API writes, in its order and in one transaction: a claim in between would put the queue off again. */
    private void tryNow(TestEndpoint endpoint) {
        transaction.executeWithoutResult(status -> {
            wakeQueue(endpoint);
            update(
                    "INSERT INTO endpoint_resume (endpoint_id, requested_at, pending) VALUES (?, now(), true)",
                    endpoint);
            update("UPDATE endpoint_circuit SET probe_at = least(probe_at, now()) WHERE endpoint_id = ?", endpoint);
        });
    }

    private void wakeQueue(TestEndpoint endpoint) {
        update("UPDATE endpoint_queue SET next_due_at = least(next_due_at, now()) WHERE endpoint_id = ?", endpoint);
    }

    private void update(String sql, TestEndpoint endpoint) {
        jdbc.sql(sql).param(endpoint.id().value()).update();
    }

    private void start() {
        worker = RunningWorker.start(database, PATIENT_BREAKER);
        records = new DeliveryRecords(worker.endpoints().jdbc());
    }

    private void send(TestEndpoint endpoint, int count) {
        for (int i = 0; i < count; i++) {
            records.send(endpoint.id(), 1);
        }
    }

    private long count(String from) {
        return jdbc.sql("SELECT count(*) FROM " + from).query(Long.class).single();
    }

    private static void awaitNoLag() {
        await().atMost(PATIENCE)
                .until(() ->
                        DeliveryRecords.lag(ConsumerGroups.DISPATCH, Topics.DELIVERIES, RunningWorker.SHARDS) == 0);
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            assertThat(latch.await(60, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
