package io.igregulator.webhooks.worker.recovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.igregulator.webhooks.embedded.Infrastructure;
import io.igregulator.webhooks.event.EventType;
import io.igregulator.webhooks.id.AccountId;
import io.igregulator.webhooks.id.DeliveryId;
import io.igregulator.webhooks.id.EndpointId;
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
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Events into Kafka, rows of {@code recovery} into PostgreSQL, and each event that an endpoint has missed out once. */
class MissedEventsIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration A_WHILE = Duration.ofSeconds(1);
    private static final int MAX_WAITING = 10;

    private static RunningWorker worker;
    private static JdbcClient jdbc;
    private static MissedEvents missed;
    private final Instant start = Instant.now();
    private final CountDownLatch answers = new CountDownLatch(1);
    private Receiver receiver;
    private TestEndpoint endpoint;

    @BeforeAll
    static void startWorker() {
        worker = RunningWorker.start(
                Infrastructure.shared().freshDatabase(),
                "webhooks.recovery.interval=50ms",
                "webhooks.recovery.batch-size=4",
                "webhooks.recovery.max-waiting=" + MAX_WAITING,
                "webhooks.metrics.lag-interval=100ms");
        jdbc = worker.endpoints().jdbc();
        missed = new MissedEvents(jdbc);
    }

    @AfterAll
    static void stopWorker() {
        missed.close();
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
        // Or it would get the events of the tests that follow.
        jdbc.sql("DELETE FROM endpoint").update();
    }

    @Test
    void whatAnEndpointMissedAfterA410ArrivesOnceItIsActiveAgain() {
        double sentBefore = worker.metric("webhook_missed_sent_total");
        receiver.answering(request -> Answer.of(410));
        EventId gone = missed.publish(EventType.LICENSE_ISSUED, "acme");
        await().atMost(PATIENCE).until(() -> !active(endpoint.id()));
        List<EventId> events = publish(9);

        receiver.answering(request -> Answer.of(200));
        worker.endpoints().setActive(endpoint.id(), true);
        UUID recovery = missed.recover(endpoint.id(), start, "missed");

        awaitDone(recovery);
        awaitReceived("/hook", 1 + events.size());
        assertThat(receiver.received("/hook").stream().skip(1))
                .allMatch(request -> request.attempt() == 1)
                .extracting(request -> request.header("X-iGregulator-Delivery-Id"))
                .containsExactlyInAnyOrderElementsOf(deliveries(events));
        // The one of the 410 has a delivery, which has failed.
        assertThat(deliveries(events)).doesNotContain(delivery(gone));
        assertCounts(recovery, 0, events.size(), 0);
        await().atMost(PATIENCE).until(() -> worker.metric("webhook_missed_sent_total") - sentBefore == events.size());
    }

    @Test
    void aRepeatSendsNothing() {
        worker.endpoints().setActive(endpoint.id(), false);
        publish(5);
        worker.endpoints().setActive(endpoint.id(), true);
        awaitDone(missed.recover(endpoint.id(), start, "missed"));
        awaitReceived("/hook", 5);

        UUID again = missed.recover(endpoint.id(), start, "missed");
        UUID andAgain = missed.recover(endpoint.id(), start, "failed", "missed");

        awaitDone(again);
        awaitDone(andAgain);
        assertCounts(again, 0, 0, 0);
        assertCounts(andAgain, 0, 0, 0);
        assertReceivedNoMoreThan(5);
    }

    @Test
    void bothKindsAreSentTheFailedOnesFirst() {
        FailedDeliveries failed = new FailedDeliveries(jdbc);
        List<DeliveryId> ended = failed.write(endpoint.id(), start.plusMillis(1), 3);
        worker.endpoints().setActive(endpoint.id(), false);
        List<EventId> events = publish(4);
        worker.endpoints().setActive(endpoint.id(), true);

        UUID recovery = missed.recover(endpoint.id(), start, "failed", "missed");

        awaitDone(recovery);
        awaitReceived("/hook", ended.size() + events.size());
        assertCounts(recovery, ended.size(), events.size(), 0);
    }

    @Test
    void aDryRunCountsAndSendsNothingNotEvenToAnInactiveEndpoint() {
        new FailedDeliveries(jdbc).write(endpoint.id(), start.plusMillis(1), 3);
        worker.endpoints().setActive(endpoint.id(), false);
        publish(6);

        UUID recovery = missed.dryRun(endpoint.id(), start, "failed", "missed");

        awaitDone(recovery);
        assertCounts(recovery, 3, 6, 0);
        assertThat(count("SELECT count(*) FROM waiting_delivery WHERE endpoint_id = ?"))
                .isZero();
        assertThat(count("SELECT count(*) FROM delivery WHERE endpoint_id = ?")).isEqualTo(3);
        assertThat(count("SELECT count(*) FROM endpoint_queue WHERE endpoint_id = ?"))
                .isZero();
        assertThat(receiver.received()).isEmpty();
        assertThat(active(endpoint.id())).isFalse();
    }

    @Test
    void aWildcardIsTakenAtItsWord() {
        publish(2);
        EventId coverage = missed.publish(EventType.COVERAGE_DEGRADED, null);
        awaitStored(3);
        TestEndpoint made = worker.endpoints().create(receiver.url("/made"));
        jdbc.sql("UPDATE endpoint SET events = '{coverage.*}' WHERE id = ?")
                .param(made.id().value())
                .update();

        UUID recovery = missed.recover(made.id(), start, "missed");

        awaitDone(recovery);
        awaitReceived("/made", 1);
        assertThat(receiver.received("/made")).extracting(Received::eventId).containsExactly(coverage.toString());
        assertCounts(recovery, 0, 1, 0);
    }

    @Test
    void aNewEndpointGetsWhatItWouldHaveHadAndNotWhatItDoesNotSubscribeTo() {
        List<EventId> events = publish(3);
        EventId coverage = missed.publish(EventType.COVERAGE_DEGRADED, null);
        missed.publish(EventType.LICENSE_EXPIRED, "acme");
        awaitStored(5);
        TestEndpoint made = worker.endpoints().create(receiver.url("/made"));

        awaitDone(missed.recover(made.id(), start, "missed"));

        events.add(coverage);
        awaitReceived("/made", events.size());
        assertThat(receiver.received("/made"))
                .extracting(Received::eventId)
                .containsExactlyInAnyOrderElementsOf(
                        events.stream().map(EventId::toString).toList());
    }

    @Test
    void thousandsOfEventsForOthersAreLookedAtAPartAtATime() {
        worker.endpoints().setActive(endpoint.id(), false);
        publish(3);
        missed.store(2_500);
        publish(3);
        worker.endpoints().setActive(endpoint.id(), true);

        UUID recovery = missed.recover(endpoint.id(), start, "missed");

        awaitDone(recovery);
        awaitReceived("/hook", 6);
        assertCounts(recovery, 0, 6, 0);
    }

    /** Whether it had a delivery, retention may have forgotten. */
    @Test
    void anEventThatIsOlderThanDeliveriesAreKeptIsNotMissed() {
        worker.endpoints().setActive(endpoint.id(), false);
        missed.publish(start.minus(Duration.ofDays(31)), EventType.LICENSE_ISSUED, "acme");
        EventId kept = missed.publish(start.minus(Duration.ofDays(29)), EventType.LICENSE_ISSUED, "acme");
        awaitStored(2);
        worker.endpoints().setActive(endpoint.id(), true);

        UUID recovery = missed.recover(endpoint.id(), start, "missed");

        awaitDone(recovery);
        awaitReceived("/hook", 1);
        assertThat(receiver.received("/hook").getFirst().eventId()).isEqualTo(kept.toString());
    }

    @Test
    void ofOperatorsAnEndpointGetsThoseOfItsWatchlistAsItIsNow() {
        AccountId account = worker.endpoints().account();
        EventId watched = missed.publish(EventType.LICENSE_ISSUED, "watched-later");
        missed.publish(EventType.LICENSE_ISSUED, "watched-no-more");
        awaitStored(2);
        jdbc.sql("INSERT INTO watchlist_entry (account_id, operator_slug) VALUES (?, 'watched-later')")
                .param(account.value())
                .update();
        TestEndpoint watching = worker.endpoints().create(account, receiver.url("/watching"), true, "license.issued");

        UUID recovery = missed.recover(watching.id(), start, "missed");

        awaitDone(recovery);
        awaitReceived("/watching", 1);
        assertCounts(recovery, 0, 1, 0);
        assertThat(receiver.received("/watching").getFirst().eventId()).isEqualTo(watched.toString());
    }

    @Test
    void ofAnEndpointsTroubleItsSiblingsLearnAndNotItself() {
        AccountId account = worker.endpoints().account();
        TestEndpoint troubled = sibling(account, "/troubled");
        TestEndpoint other = sibling(account, "/other");
        TestEndpoint stranger = sibling(worker.endpoints().account(), "/stranger");
        worker.endpoints().setActive(other.id(), false);
        worker.endpoints().setActive(stranger.id(), false);
        missed.publishDegraded(troubled.id());
        awaitStored(1);
        worker.endpoints().setActive(other.id(), true);
        worker.endpoints().setActive(stranger.id(), true);

        List<UUID> recoveries = List.of(
                missed.recover(troubled.id(), start, "missed"),
                missed.recover(stranger.id(), start, "missed"),
                missed.recover(other.id(), start, "missed"));

        recoveries.forEach(this::awaitDone);
        awaitReceived("/other", 1);
        assertThat(receiver.received()).hasSize(1);
    }

    @Test
    void onlySoManyWaitAtATimeAndMoreFollowAsTheyEnd() {
        worker.endpoints().setActive(endpoint.id(), false);
        List<EventId> events = publish(2 * MAX_WAITING + 3);
        receiver.answering(this::whenAllowed);
        worker.endpoints().setActive(endpoint.id(), true);

        UUID recovery = missed.recover(endpoint.id(), start, "missed");

        await().atMost(PATIENCE).until(() -> waiting() == MAX_WAITING);
        await().during(A_WHILE).atMost(PATIENCE).until(() -> waiting() == MAX_WAITING);
        answers.countDown();
        awaitDone(recovery);
        awaitReceived("/hook", events.size());
        assertReceivedNoMoreThan(events.size());
    }

    @Test
    void anEventThatIsUnderWayIsNotSentTwice() {
        receiver.answering(this::whenAllowed);
        missed.publish(EventType.LICENSE_ISSUED, "acme");
        await().atMost(PATIENCE).until(() -> receiver.received("/hook").size() == 1);

        // Its delivery is nowhere in PostgreSQL yet.
        UUID recovery = missed.recover(endpoint.id(), start, "missed");
        await().during(A_WHILE)
                .atMost(PATIENCE)
                .until(() -> !missed.status(recovery).equals("done"));
        answers.countDown();

        awaitDone(recovery);
        assertCounts(recovery, 0, 0, 0);
        assertReceivedNoMoreThan(1);
    }

    @Test
    void anEventThatFanOutReachesLaterIsNotSentTwice() {
        UUID recovery;
        try (MissedEvents.Held held = missed.holdFanOut()) {
            held.publish(EventType.COVERAGE_DEGRADED);
            recovery = missed.recover(endpoint.id(), start, "missed");
            await().during(A_WHILE)
                    .atMost(PATIENCE)
                    .until(() -> !missed.status(recovery).equals("done"));
        }

        awaitReceived("/hook", 1);
        awaitDone(recovery);
        assertCounts(recovery, 0, 0, 0);
        assertReceivedNoMoreThan(1);
    }

    @Test
    void anEventThatIsPublishedAgainAfterItWasRecoveredIsNotSentTwice() {
        worker.endpoints().setActive(endpoint.id(), false);
        EventId event = publish(1).getFirst();
        worker.endpoints().setActive(endpoint.id(), true);
        awaitDone(missed.recover(endpoint.id(), start, "missed"));
        awaitReceived("/hook", 1);

        missed.publishAgain(event);

        missed.publish(EventType.COVERAGE_DEGRADED, null);
        awaitReceived("/hook", 2);
        assertReceivedNoMoreThan(2);
        assertThat(receiver.received("/hook")).extracting(Received::eventId).doesNotHaveDuplicates();
    }

    @Test
    void deletingTheEndpointEndsItsRecovery() {
        worker.endpoints().setActive(endpoint.id(), false);
        publish(2 * MAX_WAITING);
        receiver.answering(this::whenAllowed);
        worker.endpoints().setActive(endpoint.id(), true);
        missed.recover(endpoint.id(), start, "missed");
        await().atMost(PATIENCE).until(() -> waiting() == MAX_WAITING);

        worker.endpoints().delete(endpoint.id());
        answers.countDown();

        assertThat(count("SELECT count(*) FROM recovery WHERE endpoint_id = ?")).isZero();
        assertReceivedNoMoreThan(MAX_WAITING);
    }

    private TestEndpoint sibling(AccountId account, String path) {
        return worker.endpoints().create(account, receiver.url(path), false, "webhook.endpoint_degraded");
    }

    /** Licence events of an operator, which are fanned out when this returns. */
    private List<EventId> publish(int count) {
        int before = stored();
        List<EventId> events = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            events.add(missed.publish(EventType.LICENSE_ISSUED, "acme"));
        }
        awaitStored(before + count);
        return events;
    }

    private void awaitStored(int count) {
        await().atMost(PATIENCE).until(() -> stored() == count);
        // Who gets an event is asked after it was stored: what changes before that counts.
        await().atMost(PATIENCE).until(MissedEventsIT::isFannedOut);
    }

    private static boolean isFannedOut() {
        return Topics.DOMAIN.stream()
                .allMatch(topic ->
                        DeliveryRecords.lag(ConsumerGroups.FANOUT, topic, RunningWorker.DOMAIN_PARTITIONS) == 0);
    }

    /** Since the test began. */
    private int stored() {
        return missed.stored(start);
    }

    private List<String> deliveries(List<EventId> events) {
        return events.stream().map(this::delivery).toList();
    }

    private String delivery(EventId event) {
        return DeliveryId.of(event, endpoint.id()).toString();
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
                .untilAsserted(() -> assertThat(missed.status(recovery)).isEqualTo("done"));
    }

    private void awaitReceived(String path, int count) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(receiver.received(path)).hasSize(count));
        await().atMost(PATIENCE).until(() -> waiting() == 0);
    }

    private void assertReceivedNoMoreThan(int count) {
        await().during(A_WHILE).atMost(PATIENCE).until(() -> receiver.received().size() <= count);
    }

    private static void assertCounts(UUID recovery, int resent, int sent, int skipped) {
        assertThat(worker.row("SELECT * FROM recovery WHERE id = ?", recovery))
                .containsEntry("resent", resent)
                .containsEntry("sent", sent)
                .containsEntry("skipped", skipped);
    }

    private int waiting() {
        return count("SELECT count(*) FROM waiting_delivery WHERE endpoint_id = ?");
    }

    private int count(String sql) {
        return jdbc.sql(sql).param(endpoint.id().value()).query(Integer.class).single();
    }

    private static boolean active(EndpointId endpoint) {
        return jdbc.sql("SELECT active FROM endpoint WHERE id = ?")
                .param(endpoint.value())
                .query(Boolean.class)
                .single();
    }
}
