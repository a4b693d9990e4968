package io.igregulator.webhooks.worker.breaker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.igregulator.webhooks.embedded.Infrastructure;
import io.igregulator.webhooks.history.DeliveryStatus;
import io.igregulator.webhooks.id.AccountId;
import io.igregulator.webhooks.id.EventId;
import io.igregulator.webhooks.topic.ConsumerGroups;
import io.igregulator.webhooks.topic.Topics;
import io.igregulator.webhooks.worker.fixture.Answer;
import io.igregulator.webhooks.worker.fixture.DeliveryRecords;
import io.igregulator.webhooks.worker.fixture.Received;
import io.igregulator.webhooks.worker.fixture.Receiver;
import io.igregulator.webhooks.worker.fixture.RunningWorker;
import io.igregulator.webhooks.worker.fixture.TestEndpoint;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Endpoints that fail or hang, and workers that die: nothing is lost, no other endpoint is held up, little is repeated. */
class FailingEndpointsIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private final Infrastructure.Database database = Infrastructure.shared().freshDatabase();
    private final Receiver receiver = Receiver.start();
    private RunningWorker worker;
    private DeliveryRecords records;

    @BeforeEach
    void startWorker() {
        start("webhooks.breaker.first-wait=500ms", "webhooks.breaker.longest-wait=1s");
    }

    @AfterEach
    void stopAll() {
        records.close();
        worker.close();
        receiver.close();
    }

    @Test
    void aDeadEndpointsDeliveriesParkWithoutSpendingAttemptsAndArriveWhenItIsBack() {
        receiver.answering(request -> Answer.of(500));
        restart("webhooks.breaker.first-wait=1h", "webhooks.breaker.longest-wait=1h");
        TestEndpoint dead = worker.endpoints().create(receiver.url("/dead"));
        send(dead, 15);
        await().atMost(PATIENCE).until(() -> worker.metric("webhook_circuits", "state=\"open\"") == 1);
        send(dead, 20);
        awaitNoLag();
        await().atMost(PATIENCE)
                .until(() ->
                        count("delivery WHERE attempt_count = 0 AND status = " + DeliveryStatus.PENDING.code()) >= 20);
        await().atMost(PATIENCE).until(() -> count("endpoint_circuit") == 1);
        int attempted = receiver.received().size();
        assertThat(attempted).as("the circuit opened").isLessThan(35);

        receiver.answering(request -> Answer.of(200));
        worker.row("UPDATE endpoint_circuit SET probe_at = now() RETURNING endpoint_id");
        restart();
        worker.row("UPDATE endpoint_queue SET next_due_at = now() RETURNING endpoint_id");
        worker.row("WITH due AS (UPDATE waiting_delivery SET due_at = now() RETURNING 1) SELECT count(*) FROM due");
        await().atMost(PATIENCE).until(() -> count("delivery WHERE status = " + DeliveryStatus.SUCCESS.code()) == 35);
        await().atMost(PATIENCE).until(() -> count("endpoint_circuit") == 0);
        assertThat(count("waiting_delivery")).isZero();
    }

    @Test
    void anOpenCircuitSurvivesAChangeOfWorker() {
        receiver.answering(request -> Answer.of(500));
        restart("webhooks.breaker.first-wait=1h", "webhooks.breaker.longest-wait=1h");
        TestEndpoint dead = worker.endpoints().create(receiver.url("/dead"));
        send(dead, 15);
        await().atMost(PATIENCE).until(() -> count("endpoint_circuit") == 1);
        awaitNoLag();
        int before = receiver.received().size();
        restart("webhooks.breaker.first-wait=1h", "webhooks.breaker.longest-wait=1h");
        await().atMost(PATIENCE).until(() -> worker.metric("webhook_circuits", "state=\"open\"") == 1);
        send(dead, 5);
        awaitNoLag();
        assertThat(receiver.received()).hasSize(before);
    }

    @Test
    void whatWaitsBehindAHangingEndpointIsParkedSoThatItsOffsetsAreDoneAndNoneIsLost() {
        CountDownLatch release = new CountDownLatch(1);
        receiver.answering(request -> {
            if (request.path().equals("/hanging")) {
                awaitQuietly(release);
            }
            return Answer.of(200);
        });
        TestEndpoint hanging = worker.endpoints().create(receiver.url("/hanging"));
        TestEndpoint healthy = worker.endpoints().create(receiver.url("/healthy"));
        send(hanging, 60);
        await().atMost(PATIENCE)
                .until(() -> count("waiting_delivery") == 50 && worker.metric("webhook_deliveries_queued") == 0);
        assertThat(worker.metric("webhook_deliveries_in_flight")).isEqualTo(10);
        send(healthy, 20);
        await().atMost(PATIENCE).until(() -> receiver.received("/healthy").size() == 20);
        release.countDown();
        await().atMost(PATIENCE).until(() -> count("delivery WHERE status = " + DeliveryStatus.SUCCESS.code()) == 80);
        awaitNoLag();
        assertThat(receiver.received("/hanging").stream().map(Received::eventId).collect(Collectors.toSet()))
                .hasSize(60);
        assertThat(receiver.received("/hanging")).as("each once").hasSize(60);
    }

    @Test
    void whatIsRecordedIsNotSentAgainAlthoughItsOffsetWasNotCommitted() throws Exception {
        TestEndpoint endpoint = worker.endpoints().create(receiver.url("/hook"));
        Map<TopicPartition, OffsetAndMetadata> before = committed();
        send(endpoint, 30);
        awaitNoLag();
        worker.close();
        try (Admin admin = admin()) {
            admin.alterConsumerGroupOffsets(ConsumerGroups.DISPATCH, before)
                    .all()
                    .get(30, TimeUnit.SECONDS);
        }
        start();
        awaitNoLag();
        assertThat(receiver.received()).hasSize(30);
    }

    @Test
    void fanOutsRepeatsAreLookedUpEvenByAWorkerThatNeverSawThem() {
        TestEndpoint endpoint = worker.endpoints().create(receiver.url("/hook"));
        EventId event = EventId.create(Instant.now(), new Random());
        records.send(event, endpoint.id(), 1);
        await().atMost(PATIENCE).until(() -> count("delivery WHERE status = " + DeliveryStatus.SUCCESS.code()) == 1);
        awaitNoLag();
        restart();
        records.repeat(event, endpoint.id(), 1);
        awaitNoLag();
        assertThat(receiver.received()).hasSize(1);
    }

    @Test
    void anEndpointThatAnswersOnly401IsAnnouncedOnceToItsOwner() {
        receiver.answering(request -> Answer.of(401));
        AccountId owner = worker.endpoints().account();
        TestEndpoint failing =
                worker.endpoints().create(owner, receiver.url("/expired-secret"), false, "license.issued");
        send(failing, 30);
        await().atMost(PATIENCE).until(() -> count("outbox WHERE topic = 'webhook.events'") == 1);
        awaitNoLag();
        String body = (String)
                worker.row("SELECT convert_from(value, 'UTF8') AS body FROM outbox WHERE topic = 'webhook.events'")
                        .get("body");
        assertThat(body)
                .contains("\"event\":\"webhook.endpoint_degraded\"")
                .contains("\"endpoint_id\":\"" + failing.id() + "\"")
                .contains("\"last_error\":\"http_401\"")
                .contains("\"failure_rate\":1.0")
                .contains("\"window_seconds\":3600");
        assertThat(worker.row(
                        "SELECT count(*) AS n FROM endpoint_degradation WHERE endpoint_id = ?",
                        failing.id().value()))
                .containsEntry("n", 1L);
        assertThat(worker.metric("webhook_endpoints_degraded")).isEqualTo(1);
    }

    private void start(String... settings) {
        worker = RunningWorker.start(database, settings);
        records = new DeliveryRecords(worker.endpoints().jdbc());
    }

    private void restart(String... settings) {
        records.close();
        worker.close();
        start(settings);
    }

    private void send(TestEndpoint endpoint, int count) {
        for (int i = 0; i < count; i++) {
            records.send(endpoint.id(), 1);
        }
    }

    private long count(String from) {
        return worker.endpoints()
                .jdbc()
                .sql("SELECT count(*) FROM " + from)
                .query(Long.class)
                .single();
    }

    private static void awaitNoLag() {
        await().atMost(PATIENCE)
                .until(() ->
                        DeliveryRecords.lag(ConsumerGroups.DISPATCH, Topics.DELIVERIES, RunningWorker.SHARDS) == 0);
    }

    private static Map<TopicPartition, OffsetAndMetadata> committed() throws Exception {
        awaitNoLag();
        try (Admin admin = admin()) {
            return new HashMap<>(admin.listConsumerGroupOffsets(ConsumerGroups.DISPATCH)
                    .partitionsToOffsetAndMetadata()
                    .get(30, TimeUnit.SECONDS));
        }
    }

    private static Admin admin() {
        return Admin.create(Map.of("bootstrap.servers", Infrastructure.shared().bootstrapServers()));
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            assertThat(latch.await(60, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
