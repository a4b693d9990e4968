package io.igregulator.webhooks.worker.recovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.igregulator.webhooks.embedded.Infrastructure;
import io.igregulator.webhooks.event.Body;
import io.igregulator.webhooks.history.DeliveryStatus;
import io.igregulator.webhooks.id.AccountId;
import io.igregulator.webhooks.id.DeliveryId;
import io.igregulator.webhooks.id.EventId;
import io.igregulator.webhooks.resend.ResendDeliveries;
import io.igregulator.webhooks.topic.ConsumerGroups;
import io.igregulator.webhooks.topic.Topics;
import io.igregulator.webhooks.worker.delivery.Attempts;
import io.igregulator.webhooks.worker.delivery.Delivery;
import io.igregulator.webhooks.worker.fixture.Answer;
import io.igregulator.webhooks.worker.fixture.DeliveryRecords;
import io.igregulator.webhooks.worker.fixture.Received;
import io.igregulator.webhooks.worker.fixture.Receiver;
import io.igregulator.webhooks.worker.fixture.RecordingTicket;
import io.igregulator.webhooks.worker.fixture.RunningWorker;
import io.igregulator.webhooks.worker.fixture.TestEndpoint;
import io.igregulator.webhooks.worker.outcome.Outcome;
import io.igregulator.webhooks.worker.outcome.OutcomeBuffer;
import io.igregulator.webhooks.worker.retry.RetryDecision;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A delivery that has ended is sent once more, whatever else still happens to it. */
class ResendIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static RunningWorker worker;
    private static DeliveryRecords records;
    private final EventId event = EventId.create(Instant.now(), new Random());
    private Receiver receiver;
    private TestEndpoint endpoint;

    @BeforeAll
    static void startWorker() {
        worker = RunningWorker.start(
                Infrastructure.shared().freshDatabase(), "webhooks.retry.delays=50ms,50ms", "webhooks.retry.jitter=0");
        records = new DeliveryRecords(worker.endpoints().jdbc());
    }

    @AfterAll
    static void stopWorker() {
        records.close();
        worker.close();
    }

    @BeforeEach
    void startReceiver() {
        receiver = Receiver.start();
        endpoint = worker.endpoints().create(receiver.url("/hook"));
    }

    @AfterEach
    void stopReceiver() {
        receiver.close();
    }

    @Test
    void aSuccessIsSentAgainWithTheSameIdsAndBytes() {
        receiver.answering(request -> Answer.of(200).saying("answer " + request.attempt()));
        DeliveryId delivery = delivered(DeliveryStatus.SUCCESS);
        var shown = attempts(delivery);

        assertThat(resend(delivery)).containsExactly(delivery);

        awaitState(delivery, DeliveryStatus.SUCCESS, 2);
        Received first = receiver.received().getFirst();
        Received again = receiver.received().getLast();
        assertThat(receiver.received()).hasSize(2);
        assertThat(again.attempt()).isEqualTo(2);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.eventId()).isEqualTo(first.eventId());
        assertThat(again.header("X-iGregulator-Delivery-Id")).isEqualTo(delivery.toString());
        assertThat(attempts(delivery)).hasSize(2).startsWith(shown.getFirst());
        assertThat(attempts(delivery)).extracting(row -> row.get("number")).containsExactly(1, 2);
        assertThat(attempts(delivery))
                .extracting(row -> row.get("response_body"))
                .containsExactly("answer 1", "answer 2");
    }

    @Test
    void theScheduleStartsFromTheBeginningSoThatABlipDoesNotEndAResend() {
        receiver.answering(request -> Answer.of(request.attempt() <= 4 ? 500 : 200));
        DeliveryId delivery = delivered(DeliveryStatus.FAILED);
        assertThat(attempts(delivery)).hasSize(3);

        resend(delivery);

        awaitState(delivery, DeliveryStatus.SUCCESS, 5);
        assertThat(receiver.received()).extracting(Received::attempt).containsExactly(1, 2, 3, 4, 5);
    }

    @Test
    void aResendIsTriedAsOftenAsAnyDelivery() {
        receiver.answering(request -> Answer.of(500));
        DeliveryId delivery = delivered(DeliveryStatus.FAILED);

        resend(delivery);

        awaitState(delivery, DeliveryStatus.FAILED, 6);
    }

    @Test
    void whatStillWaitsToBeSentIsNotSentTwice() {
        DeliveryId delivery = delivered(DeliveryStatus.SUCCESS);
        worker.endpoints().setActive(endpoint.id(), false);

        assertThat(resend(delivery)).containsExactly(delivery);
        assertThat(resend(delivery)).isEmpty();
        worker.endpoints().setActive(endpoint.id(), true);

        awaitState(delivery, DeliveryStatus.SUCCESS, 2);
        await().during(Duration.ofMillis(500))
                .atMost(PATIENCE)
                .until(() -> receiver.received().size() == 2);
    }

    @Test
    void anOutcomeFromBeforeAResendDoesNotEndIt() throws Exception {
        DeliveryId delivery = delivered(DeliveryStatus.SUCCESS);
        worker.endpoints().setActive(endpoint.id(), false);
        resend(delivery);

        record(delivery, new RetryDecision.Exhausted());
        record(delivery, new RetryDecision.RetryAt(Instant.now().plusSeconds(3_600)));
        records.repeat(event, endpoint.id(), 1);
        await().atMost(PATIENCE)
                .until(() ->
                        DeliveryRecords.lag(ConsumerGroups.DISPATCH, Topics.DELIVERIES, RunningWorker.SHARDS) == 0);

        awaitState(delivery, DeliveryStatus.PENDING, 1);
        worker.endpoints().setActive(endpoint.id(), true);
        awaitState(delivery, DeliveryStatus.SUCCESS, 2);
        assertThat(receiver.received()).hasSize(2);
    }

    /** As a worker would that was frozen since before the delivery ended. */
    private void record(DeliveryId delivery, RetryDecision decision) throws Exception {
        RecordingTicket ticket = new RecordingTicket();
        Delivery claimed = new Delivery(
                delivery,
                endpoint.id(),
                new AccountId(new UUID(0, 0)),
                event,
                "license.issued",
                Body.of(DeliveryRecords.body(event)),
                Attempts.NONE,
                true,
                1,
                Instant.now(),
                0,
                ticket,
                null);
        worker.bean(OutcomeBuffer.class)
                .add(new Outcome.Attempted(claimed, Instant.now(), 5, 500, null, null, decision));
        await().atMost(PATIENCE).until(() -> ticket.timesRecorded() == 1);
    }

    private DeliveryId delivered(DeliveryStatus status) {
        DeliveryId delivery = records.send(event, endpoint.id(), 1);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(status(delivery)).contains(status));
        return delivery;
    }

    private Set<DeliveryId> resend(DeliveryId delivery) {
        ResendDeliveries resend = new ResendDeliveries(worker.bean(JdbcClient.class));
        return Objects.requireNonNull(new TransactionTemplate(worker.bean(PlatformTransactionManager.class))
                .execute(status -> resend.resend(endpoint.id(), List.of(delivery), Instant.now())));
    }

    private static Optional<DeliveryStatus> status(DeliveryId delivery) {
        return worker.endpoints()
                .jdbc()
                .sql("SELECT status FROM delivery WHERE id = ?")
                .param(delivery.value())
                .query((row, number) -> DeliveryStatus.ofCode(row.getInt("status")))
                .optional();
    }

    private static void awaitState(DeliveryId delivery, DeliveryStatus status, int attempts) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(worker.row("SELECT * FROM delivery WHERE id = ?", delivery.value()))
                        .containsEntry("status", (int) status.code())
                        .containsEntry("attempt_count", attempts));
    }

    private static List<Map<String, @Nullable Object>> attempts(DeliveryId delivery) {
        return worker.endpoints()
                .jdbc()
                .sql("SELECT * FROM every_attempt WHERE delivery_id = ? ORDER BY number")
                .param(delivery.value())
                .query()
                .listOfRows();
    }
}
