package io.igregulator.webhooks.worker.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.standardwebhooks.Webhook;
import com.stripe.exception.SignatureVerificationException;
import com.stripe.net.Webhook.Signature;
import io.igregulator.webhooks.embedded.Infrastructure;
import io.igregulator.webhooks.history.DeliveryStatus;
import io.igregulator.webhooks.id.DeliveryId;
import io.igregulator.webhooks.id.EventId;
import io.igregulator.webhooks.topic.ConsumerGroups;
import io.igregulator.webhooks.topic.Topics;
import io.igregulator.webhooks.worker.fixture.Answer;
import io.igregulator.webhooks.worker.fixture.DeliveryRecords;
import io.igregulator.webhooks.worker.fixture.Received;
import io.igregulator.webhooks.worker.fixture.Receiver;
import io.igregulator.webhooks.worker.fixture.RunningWorker;
import io.igregulator.webhooks.worker.fixture.TestEndpoint;
import io.igregulator.webhooks.worker.fixture.TestEndpoints;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Records of {@code webhook.deliveries} in, HTTP requests and rows out. */
class DispatchIT {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static RunningWorker worker;
    private static TestEndpoints endpoints;
    private static DeliveryRecords records;
    private Receiver receiver;

    @BeforeAll
    static void startWorker() {
        worker = RunningWorker.start(
                Infrastructure.shared().freshDatabase(),
                "webhooks.retry.delays=50ms,50ms,50ms",
                "webhooks.lanes.concurrency=3");
        endpoints = worker.endpoints();
        records = new DeliveryRecords(endpoints.jdbc());
    }

    @AfterAll
    static void stopWorker() {
        records.close();
        worker.close();
    }

    @BeforeEach
    void startReceiver() {
        receiver = Receiver.start();
    }

    @AfterEach
    void stopReceiver() {
        receiver.close();
    }

    @Test
    void aRecordBecomesASignedRequestThatStockLibrariesAccept() throws Exception {
        TestEndpoint endpoint = endpoints.create(receiver.url("/hook"));
        EventId event = EventId.create(Instant.now(), new Random());
        DeliveryId delivery = records.send(event, endpoint.id(), 1);

        Received request = only();
        assertThat(request.body()).isEqualTo(DeliveryRecords.body(event));
        assertThat(request.header("Content-Type")).isEqualTo("application/json");
        assertThat(request.header("User-Agent")).isEqualTo("iGregulator-Webhooks/1");
        assertThat(request.header("X-iGregulator-Event")).isEqualTo("license.issued");
        assertThat(request.eventId()).isEqualTo(event.toString());
        assertThat(request.header("X-iGregulator-Delivery-Id")).isEqualTo(delivery.toString());
        assertThat(request.attempt()).isEqualTo(1);
        assertThat(request.headers()).doesNotContainKey("Accept-Encoding");
        verify(request, endpoint.secret());

        Map<String, @Nullable Object> row = awaitStatus(delivery, DeliveryStatus.SUCCESS);
        assertThat(row).containsEntry("attempt_count", 1).containsEntry("last_http_status", 200);
        assertThat(row.get("completed_at")).isNotNull();
        assertThat(worker.row("SELECT http_status, error FROM every_attempt WHERE delivery_id = ?", delivery.value()))
                .containsEntry("http_status", 200)
                .containsEntry("error", null);
        assertThat(endpoints
                        .jdbc()
                        .sql("SELECT count(*) FROM attempt WHERE delivery_id = ?")
                        .param(delivery.value())
                        .query(Long.class)
                        .single())
                .as("derived from the delivery's row")
                .isZero();
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(worker.row(
                                "SELECT count(*) AS n FROM endpoint_activity WHERE endpoint_id = ?"
                                        + " AND last_delivery_status = 'success' AND failure_count = 0",
                                endpoint.id().value()))
                        .containsEntry("n", 1L));
        awaitNoLag();
    }

    @Test
    void theFirstDeliveryAfterARotationCarriesBothSignaturesAlthoughTheEndpointWasCached() throws Exception {
        TestEndpoint endpoint = endpoints.create(receiver.url("/hook"));
        records.send(endpoint.id(), 1);
        only();
        String fresh = endpoints.rotate(endpoint.id(), Instant.now().plusSeconds(3600));
        records.send(endpoint.id(), 2);
        await().atMost(PATIENCE).until(() -> receiver.received().size() == 2);
        Received request = receiver.received().get(1);
        verify(request, endpoint.secret());
        verify(request, fresh);
        String signature = request.header("X-iGregulator-Signature");
        assertThat(signature.split(",v1=", -1)).hasSize(3);
        // Newest first: the first signature alone must be the new secret's.
        verifyStripe(request, signature.substring(0, signature.lastIndexOf(",v1=")), fresh);
    }

    @Test
    void theFirstDeliveryAfterARevocationCarriesTheActiveSecretsSignatureAlone() throws Exception {
        TestEndpoint endpoint = endpoints.create(receiver.url("/hook"));
        String fresh = endpoints.rotate(endpoint.id(), Instant.now().plusSeconds(3600));
        records.send(endpoint.id(), 2);
        verify(only(), endpoint.secret());

        endpoints.revokeOlder(endpoint.id());
        records.send(endpoint.id(), 3);

        await().atMost(PATIENCE).until(() -> receiver.received().size() == 2);
        Received request = receiver.received().get(1);
        verify(request, fresh);
        assertThat(request.header("X-iGregulator-Signature").split(",v1=", -1)).hasSize(2);
        assertThat(request.header("webhook-signature").split(" ", -1)).hasSize(1);
    }

    @Test
    void anExpiredSecretNoLongerSignsAlthoughTheEndpointIsCached() throws Exception {
        TestEndpoint endpoint = endpoints.create(receiver.url("/hook"));
        Instant end = Instant.now().plusSeconds(2);
        String fresh = endpoints.rotate(endpoint.id(), end);
        records.send(endpoint.id(), 2);
        verify(only(), endpoint.secret());
        await().atMost(PATIENCE).until(() -> Instant.now().isAfter(end));
        records.send(endpoint.id(), 2);
        await().atMost(PATIENCE).until(() -> receiver.received().size() == 2);
        Received request = receiver.received().get(1);
        verify(request, fresh);
        assertThat(request.header("X-iGregulator-Signature").split(",v1=", -1)).hasSize(2);
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> verify(request, endpoint.secret()))
                .isInstanceOf(SignatureVerificationException.class);
    }

    @Test
    void aFailedAttemptIsRetriedWithTheSameBytesAndANewSignature() throws Exception {
        receiver.answering(request -> request.attempt() < 3 ? Answer.of(500).saying("broken") : Answer.of(204));
        TestEndpoint endpoint = endpoints.create(receiver.url("/hook"));
        EventId event = EventId.create(Instant.now(), new Random());
        DeliveryId delivery = records.send(event, endpoint.id(), 1);

        Map<String, @Nullable Object> row = awaitStatus(delivery, DeliveryStatus.SUCCESS);
        assertThat(row).containsEntry("attempt_count", 3).containsEntry("last_http_status", 204);
        assertThat(receiver.received()).extracting(Received::attempt).containsExactly(1, 2, 3);
        for (Received request : receiver.received()) {
            assertThat(request.body()).isEqualTo(DeliveryRecords.body(event));
            verify(request, endpoint.secret());
        }
        assertThat(worker.row(
                        "SELECT response_body FROM attempt WHERE delivery_id = ? AND number = 1", delivery.value()))
                .containsEntry("response_body", "broken");
        assertThat(waitingRows(endpoint)).isZero();
    }

    @Test
    void afterTheLastRetryADeliveryHasFailed() {
        receiver.answering(request -> Answer.of(500));
        TestEndpoint endpoint = endpoints.create(receiver.url("/hook"));
        DeliveryId delivery = records.send(endpoint.id(), 1);
        assertThat(awaitStatus(delivery, DeliveryStatus.FAILED)).containsEntry("attempt_count", 4);
        assertThat(receiver.received()).hasSize(4);
        assertThat(waitingRows(endpoint)).isZero();
        assertThat(worker.row(
                        "SELECT * FROM endpoint_activity WHERE endpoint_id = ?",
                        endpoint.id().value()))
                .containsEntry("last_delivery_status", "failed")
                .containsEntry("failure_count", 1);
    }

    @Test
    void anUnreachableReceiverLeavesAnErrorCodeNotAStatus() {
        TestEndpoint endpoint = endpoints.create("http://127.0.0.1:1/hook");
        DeliveryId delivery = records.send(endpoint.id(), 1);
        assertThat(awaitStatus(delivery, DeliveryStatus.FAILED))
                .containsEntry("last_http_status", null)
                .containsEntry("last_error", "connect_refused");
    }

    @Test
    void anAddressThatIsNotPermittedIsNeverDialled() {
        TestEndpoint endpoint = endpoints.create("http://10.1.2.3/hook");
        DeliveryId delivery = records.send(endpoint.id(), 1);
        assertThat(awaitStatus(delivery, DeliveryStatus.FAILED)).containsEntry("last_error", "private_ip_blocked");
    }

    @Test
    void goneDeactivatesTheEndpointAndNotifiesAllWorkers() {
        receiver.answering(request -> Answer.of(410));
        TestEndpoint endpoint = endpoints.create(receiver.url("/hook"));
        DeliveryId delivery = records.send(endpoint.id(), 1);
        assertThat(awaitStatus(delivery, DeliveryStatus.FAILED)).containsEntry("attempt_count", 1);
        assertThat(worker.row(
                        "SELECT active, version FROM endpoint WHERE id = ?",
                        endpoint.id().value()))
                .containsEntry("active", false)
                .containsEntry("version", 2L);
        assertThat(worker.row(
                        "SELECT string_agg(topic, ' ' ORDER BY id) AS topics FROM outbox WHERE message_key = ?",
                        endpoint.id().toString()))
                .containsEntry("topics", Topics.ENDPOINT_CHANGES + " " + Topics.WEBHOOK_EVENTS);
        assertThat(worker.row(
                        "SELECT actor, action, changes ->> 'http_status' AS answer FROM audit_entry WHERE target = ?",
                        endpoint.id().toString()))
                .containsEntry("actor", "worker")
                .containsEntry("action", "endpoint.updated")
                .containsEntry("answer", "{\"to\": 410}");
    }

    @Test
    void nothingIsSentWhileInactiveAndWhatWaitedIsSentOnReactivation() {
        TestEndpoint endpoint = endpoints.create(receiver.url("/hook"));
        endpoints.setActive(endpoint.id(), false);
        assertHeldUntil(endpoint, () -> endpoints.setActive(endpoint.id(), true));
    }

    @Test
    void nothingIsSentWhileDeliveriesAreSuspendedAndNoAttemptIsSpent() {
        TestEndpoint endpoint = endpoints.create(receiver.url("/hook"));
        endpoints.setSuspended(endpoint.id(), true);
        assertHeldUntil(endpoint, () -> endpoints.setSuspended(endpoint.id(), false));
    }

    @Test
    void aDeletedEndpointGetsNothingAndHoldsNothingUp() {
        TestEndpoint endpoint = endpoints.create(receiver.url("/hook"));
        endpoints.delete(endpoint.id());
        records.send(endpoint.id(), 1);
        awaitNoLag();
        assertThat(receiver.received()).isEmpty();
        assertThat(worker.row(
                        "SELECT count(*) AS n FROM delivery WHERE endpoint_id = ?",
                        endpoint.id().value()))
                .containsEntry("n", 0L);
    }

    @Test
    void aRecordThatIsNotADeliveryBecomesADeadLetterAndThePartitionMovesOn() {
        double before = worker.metric("webhook_dead_letters_total", "undecodable_delivery");
        TestEndpoint endpoint = endpoints.create(receiver.url("/hook"));
        records.sendGarbage(endpoint.id());
        records.send(endpoint.id(), 1);
        only();
        awaitNoLag();
        assertThat(worker.metric("webhook_dead_letters_total", "undecodable_delivery"))
                .isEqualTo(before + 1);
    }

    @Test
    void oneEndpointHasAtMostItsLimitInFlightWhileOthersContinue() throws Exception {
        CountDownLatch release = new CountDownLatch(1);
        AtomicInteger inFlight = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        receiver.answering(request -> {
            if (request.path().equals("/slow")) {
                most.accumulateAndGet(inFlight.incrementAndGet(), Math::max);
                awaitQuietly(release);
                inFlight.decrementAndGet();
            }
            return Answer.of(200);
        });
        TestEndpoint slow = endpoints.create(receiver.url("/slow"));
        TestEndpoint quick = endpoints.create(receiver.url("/quick"));
        for (int i = 0; i < 10; i++) {
            records.send(slow.id(), 1);
        }
        records.send(quick.id(), 1);
        await().atMost(PATIENCE).until(() -> receiver.received("/quick").size() == 1);
        await().atMost(PATIENCE).until(() -> inFlight.get() == 3);
        assertThat(DeliveryRecords.lag(ConsumerGroups.DISPATCH, Topics.DELIVERIES, RunningWorker.SHARDS))
                .as("nothing of the slow endpoint is committed")
                .isGreaterThanOrEqualTo(10);
        release.countDown();
        await().atMost(PATIENCE).until(() -> receiver.received("/slow").size() == 10);
        assertThat(most).hasValue(3);
        awaitNoLag();
    }

    @Test
    void aRepeatedRecordIsDeliveredOnce() {
        TestEndpoint endpoint = endpoints.create(receiver.url("/hook"));
        EventId event = EventId.create(Instant.now(), new Random());
        records.send(event, endpoint.id(), 1);
        only();
        records.send(event, endpoint.id(), 1);
        awaitNoLag();
        assertThat(receiver.received()).hasSize(1);
    }

    @Test
    void showsOperatorsWhatItDoes() {
        TestEndpoint endpoint = endpoints.create(receiver.url("/hook"));
        records.send(endpoint.id(), 1);
        only();
        assertThat(worker.get("/actuator/health/readiness").statusCode()).isEqualTo(200);
        await().atMost(PATIENCE)
                .until(() -> worker.metric("webhook_attempt_seconds_count", "outcome=\"delivered\"") >= 1);
        assertThat(worker.metric("webhook_event_to_first_attempt_seconds_count"))
                .isPositive();
        assertThat(worker.metric("webhook_partitions", "webhook-dispatch", "assigned"))
                .isEqualTo(RunningWorker.SHARDS);
        assertThat(worker.metric("webhook_partitions", "webhook-dispatch", "paused"))
                .isZero();
        await().atMost(PATIENCE)
                .until(() ->
                        worker.metric("webhook_partitions", "webhook-fanout", "assigned") == 2 * Topics.DOMAIN.size());
        assertThat(worker.metric("webhook_rebalances_total", "webhook-dispatch"))
                .isPositive();
        assertThat(worker.metric("webhook_rebalances_total", "webhook-fanout")).isPositive();
        assertThat(worker.metric("webhook_assignment_lost_total")).isZero();
        await().atMost(PATIENCE)
                .until(() ->
                        worker.metric("kafka_consumer_coordinator_commit_total", "client_id=\"webhook-dispatch\"") > 0);
        assertThat(worker.metric("webhook_capacity_used_ratio", "load")).isBetween(0.0, 1.0);
        assertThat(worker.metric("webhook_capacity_used_ratio", "connections")).isBetween(0.0, 1.0);
        assertThat(worker.metric("webhook_capacity_used_ratio", "outcomes_buffer"))
                .isBetween(0.0, 1.0);
        assertThat(worker.metric("webhook_connections_total", "new", "tls=\"false\""))
                .isPositive();
        // Shown by the process that counts them, once it has.
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(worker.get("/actuator/prometheus").body())
                                .contains(
                                        "webhook_deliveries_in_flight",
                                        "webhook_deliveries_queued",
                                        "webhook_outcomes_unrecorded",
                                        "webhook_waiting_rows",
                                        "webhook_waiting_oldest_due_seconds"));
    }

    private void assertHeldUntil(TestEndpoint endpoint, Runnable release) {
        DeliveryId delivery = records.send(endpoint.id(), 2);
        assertThat(awaitStatus(delivery, DeliveryStatus.PENDING)).containsEntry("attempt_count", 0);
        awaitNoLag();
        await("the queue is held, not polled in vain")
                .atMost(PATIENCE)
                .until(() -> endpoints
                        .jdbc()
                        .sql("SELECT next_due_at = 'infinity' FROM endpoint_queue WHERE endpoint_id = ?")
                        .param(endpoint.id().value())
                        .query(Boolean.class)
                        .single());
        assertThat(receiver.received()).isEmpty();

        release.run();
        assertThat(awaitStatus(delivery, DeliveryStatus.SUCCESS)).containsEntry("attempt_count", 1);
        assertThat(only().attempt()).isEqualTo(1);
    }

    private Received only() {
        await().atMost(PATIENCE).until(() -> !receiver.received().isEmpty());
        assertThat(receiver.received()).hasSize(1);
        return receiver.received().getFirst();
    }

    private Map<String, @Nullable Object> awaitStatus(DeliveryId delivery, DeliveryStatus status) {
        await().atMost(PATIENCE)
                .until(() -> endpoints
                        .jdbc()
                        .sql("SELECT status FROM delivery WHERE id = ?")
                        .param(delivery.value())
                        .query(Short.class)
                        .optional()
                        .filter(code -> code == status.code())
                        .isPresent());
        return worker.row("SELECT * FROM delivery WHERE id = ?", delivery.value());
    }

    private static void awaitNoLag() {
        await().atMost(PATIENCE)
                .until(() ->
                        DeliveryRecords.lag(ConsumerGroups.DISPATCH, Topics.DELIVERIES, RunningWorker.SHARDS) == 0);
    }

    private static long waitingRows(TestEndpoint endpoint) {
        return endpoints
                .jdbc()
                .sql("SELECT count(*) FROM waiting_delivery WHERE endpoint_id = ?")
                .param(endpoint.id().value())
                .query(Long.class)
                .single();
    }

    private static void verify(Received request, String secret) throws Exception {
        verifyStripe(request, request.header("X-iGregulator-Signature"), secret);
        Map<String, List<String>> headers = Map.of(
                "webhook-id", List.of(request.header("webhook-id")),
                "webhook-timestamp", List.of(request.header("webhook-timestamp")),
                "webhook-signature", List.of(request.header("webhook-signature")));
        new Webhook(secret).verify(request.text(), java.net.http.HttpHeaders.of(headers, (name, value) -> true));
        assertThat(request.header("webhook-id")).isEqualTo(request.eventId());
    }

    private static void verifyStripe(Received request, String header, String secret) throws Exception {
        assertThat(Signature.verifyHeader(request.text(), header, secret, 300)).isTrue();
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            assertThat(latch.await(60, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
