package io.igregulator.webhooks.lag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import io.igregulator.webhooks.embedded.Infrastructure;
import io.igregulator.webhooks.embedded.KafkaBroker;
import io.igregulator.webhooks.event.EventType;
import io.igregulator.webhooks.id.EndpointId;
import io.igregulator.webhooks.id.EventId;
import io.igregulator.webhooks.topic.ConsumerGroups;
import io.igregulator.webhooks.topic.DeliveryHeaders;
import io.igregulator.webhooks.topic.EndpointShard;
import io.igregulator.webhooks.topic.EventHeader;
import io.igregulator.webhooks.topic.Topics;
import io.igregulator.webhooks.worker.fixture.Answer;
import io.igregulator.webhooks.worker.fixture.CoverageEvents;
import io.igregulator.webhooks.worker.fixture.DeliveryRecords;
import io.igregulator.webhooks.worker.fixture.Receiver;
import io.igregulator.webhooks.worker.fixture.RunningWorker;
import io.igregulator.webhooks.worker.fixture.TestEndpoints;
import io.igregulator.webhooks.worker.fixture.TransactionalPublisher;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is shown as behind and as undelivered is what lies in Kafka and PostgreSQL, whatever it waits for. */
class UndeliveredIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String LAG = "webhook_consumer_group_lag ";
    private static final String SECONDS = "webhook_consumer_lag_seconds ";
    private static final String COUNT = "webhook_undelivered_deliveries ";
    private static final String AGE = "webhook_undelivered_oldest_age_seconds ";

    private final KafkaBroker broker = KafkaBroker.start(KafkaBroker.Options.temporary());
    private final Map<String, Object> connection = Map.of("bootstrap.servers", broker.bootstrapServers());
    private final Infrastructure.Database database = Infrastructure.shared().freshDatabase();
    private final CountDownLatch release = new CountDownLatch(1);
    private final Receiver receiver = Receiver.start().answering(request -> switch (request.path()) {
        case "/failing" -> Answer.of(500);
        case "/slow" -> afterRelease();
        default -> Answer.of(200);
    });

    UndeliveredIT() {
        Topics.ALL.forEach(topic -> broker.createTopics(
                new NewTopic(topic, topic.equals(Topics.DELIVERIES) ? RunningWorker.SHARDS : 2, (short) 1)));
    }

    @AfterEach
    void stop() {
        release.countDown();
        receiver.close();
        broker.close();
    }

    @Test
    void aBacklogAndWhatIsParkedForEachReasonAreCountedAsTheyAre() {
        try (RunningWorker worker = worker();
                DeliveryRecords records = records(worker.endpoints());
                TransactionalPublisher publisher = new TransactionalPublisher(broker.bootstrapServers())) {
            TestEndpoints endpoints = worker.endpoints();
            EndpointId failing = endpoints.create(receiver.url("/failing")).id();
            EndpointId slow = endpoints.create(receiver.url("/slow")).id();
            EndpointId inactive = endpoints.create(receiver.url("/fine")).id();
            endpoints.setActive(inactive, false);

            publisher.commit(aged(records, failing, 12, Duration.ofMinutes(30)));
            awaitWaiting(endpoints, failing, 12);
            // The circuit is open: none of these is attempted.
            publisher.commit(aged(records, failing, 8, Duration.ofMinutes(20)));
            awaitWaiting(endpoints, failing, 20);
            resend(endpoints, failing, 2);
            publisher.commit(aged(records, inactive, 5, Duration.ofMinutes(60)));
            awaitWaiting(endpoints, inactive, 5);
            // Three are attempted and stay in Kafka; the rest is parked behind them.
            publisher.commit(aged(records, slow, 10, Duration.ofMinutes(10)));
            awaitWaiting(endpoints, slow, 7);

            await().atMost(PATIENCE).untilAsserted(() -> {
                Shown shown = Shown.of(worker.get("/actuator/prometheus").body());
                OpenInKafka open = dispatch();
                assertThat(open.deliveries()).isBetween(3L, 10L);
                assertThat(shown.series())
                        .containsEntry(COUNT + "inactive", 5.0)
                        .containsEntry(COUNT + "resent", 2.0)
                        .hasEntrySatisfying(AGE + "inactive", age -> isAge(age, Duration.ofMinutes(60)))
                        .hasEntrySatisfying(AGE + "retry", age -> isAge(age, Duration.ofMinutes(30)))
                        .hasEntrySatisfying(AGE + "dispatch", age -> isAge(age, Duration.ofMinutes(10)))
                        .hasEntrySatisfying(SECONDS + "webhook-dispatch", age -> isAge(age, Duration.ofMinutes(10)));
                isRight(shown, endpoints, inactive);
            });

            release.countDown();
            awaitWaiting(endpoints, slow, 0);
            await().atMost(PATIENCE).untilAsserted(() -> {
                Shown shown = Shown.of(worker.get("/actuator/prometheus").body());
                isRight(shown, endpoints, inactive);
                isAtRest(shown);
            });
        }
    }

    @Test
    void whatWaitsWhileThereIsNoWorkerIsMeasuredByAnotherProcess() {
        TestEndpoints endpoints;
        EndpointId inactive;
        List<EndpointId> neighbours;
        try (RunningWorker worker = worker();
                DeliveryRecords records = records(worker.endpoints());
                TransactionalPublisher publisher = new TransactionalPublisher(broker.bootstrapServers())) {
            endpoints = worker.endpoints();
            neighbours = neighbours(endpoints);
            inactive = endpoints.create(receiver.url("/fine")).id();
            endpoints.setActive(inactive, false);
            publisher.commit(aged(records, inactive, 4, Duration.ofMinutes(60)));
            awaitWaiting(endpoints, inactive, 4);
        }
        try (AnotherProcess another = new AnotherProcess(connection, database);
                DeliveryRecords records = records(endpoints);
                TransactionalPublisher publisher = new TransactionalPublisher(broker.bootstrapServers())) {
            // Not an event to fan-out, but three offsets that it has not committed.
            publisher.abort(List.of(coverage(Duration.ofMinutes(9)), coverage(Duration.ofMinutes(9))));
            awaitRight(another, endpoints, inactive);
            assertThat(another.shown().series())
                    .containsEntry(LAG + "webhook-fanout", 3.0)
                    .containsEntry(SECONDS + "webhook-fanout", 0.0)
                    .containsEntry(COUNT + "dispatch", 0.0)
                    .containsEntry(COUNT + "inactive", 4.0);

            publisher.commit(List.of(coverage(Duration.ofMinutes(7))));
            publisher.commit(aged(records, neighbours.getFirst(), 3, Duration.ofMinutes(5)));
            records.sendChunk(neighbours);
            records.sendChunk(neighbours);
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(another.shown().series())
                            .hasEntrySatisfying(SECONDS + "webhook-fanout", age -> isAge(age, Duration.ofMinutes(7)))
                            .hasEntrySatisfying(SECONDS + "webhook-dispatch", age -> isAge(age, Duration.ofMinutes(5)))
                            .hasEntrySatisfying(AGE + "dispatch", age -> isAge(age, Duration.ofMinutes(5)))
                            .containsEntry(COUNT + "dispatch", 7.0));
            awaitRight(another, endpoints, inactive);

            try (RunningWorker worker = worker()) {
                // The event of the domain topic reaches both neighbours too.
                await().atMost(PATIENCE)
                        .untilAsserted(() -> assertThat(receiver.received()).hasSize(3 + 2 * 2 + 2));
                await().atMost(PATIENCE).untilAsserted(() -> isAtRest(another.shown()));
                awaitRight(another, endpoints, inactive);
                Shown shown = Shown.of(worker.get("/actuator/prometheus").body());
                assertThat(shown.series())
                        .as("shown by the process that counts them")
                        .doesNotContainKeys(COUNT + "inactive", AGE + "inactive", "webhook_waiting_rows");
                await().atMost(PATIENCE)
                        .untilAsserted(() -> isAtRest(
                                Shown.of(worker.get("/actuator/prometheus").body())));
            }
        }
    }

    private RunningWorker worker() {
        return RunningWorker.start(
                database,
                "spring.kafka.bootstrap-servers=" + broker.bootstrapServers(),
                "webhooks.metrics.lag-interval=200ms",
                "webhooks.metrics.undelivered-interval=200ms",
                "webhooks.fanout.commit-delay=100ms",
                "webhooks.dispatch.commit-delay=100ms",
                "webhooks.breaker.first-wait=10m",
                "webhooks.retry.delays=1h,1h,1h",
                "webhooks.http.exchange-timeout=30s",
                "webhooks.lanes.concurrency=3");
    }

    private DeliveryRecords records(TestEndpoints endpoints) {
        return new DeliveryRecords(endpoints.jdbc(), broker.bootstrapServers());
    }

    private Answer afterRelease() {
        try {
            release.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return Answer.of(200);
    }

    /** Deliveries of events that Kafka took so long ago. */
    private static List<ProducerRecord<byte[], byte[]>> aged(
            DeliveryRecords records, EndpointId endpoint, int count, Duration age) {
        Instant published = Instant.now().minus(age);
        List<ProducerRecord<byte[], byte[]>> aged = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            EventId event = EventId.create(published, new Random());
            ProducerRecord<byte[], byte[]> now = records.stored(event, endpoint);
            now.headers().remove(DeliveryHeaders.EVENT);
            now.headers()
                    .add(DeliveryHeaders.EVENT, new EventHeader(event, EventType.LICENSE_ISSUED, published).bytes());
            aged.add(new ProducerRecord<>(
                    now.topic(), now.partition(), published.toEpochMilli(), now.key(), now.value(), now.headers()));
        }
        return aged;
    }

    private static ProducerRecord<byte[], byte[]> coverage(Duration age) {
        Instant published = Instant.now().minus(age);
        byte[] noKey = null;
        return new ProducerRecord<>(
                Topics.COVERAGE_EVENTS,
                0,
                published.toEpochMilli(),
                noKey,
                CoverageEvents.body(EventId.create(published, new Random())));
    }

    /** Two endpoints whose deliveries share a partition, so that one record may hold both. */
    private List<EndpointId> neighbours(TestEndpoints endpoints) {
        EndpointId one = endpoints.create(receiver.url("/fine")).id();
        EndpointId other = endpoints.create(receiver.url("/fine")).id();
        while (EndpointShard.of(other, RunningWorker.SHARDS) != EndpointShard.of(one, RunningWorker.SHARDS)) {
            endpoints.delete(other);
            other = endpoints.create(receiver.url("/fine")).id();
        }
        return List.of(one, other);
    }

    /** What a resend leaves of deliveries that wait anyway. */
    private static void resend(TestEndpoints endpoints, EndpointId endpoint, int count) {
        endpoints
                .jdbc()
                .sql("UPDATE waiting_delivery SET attempts_before_resend = attempts WHERE delivery_id IN"
                        + " (SELECT delivery_id FROM waiting_delivery WHERE endpoint_id = ? AND attempts > 0 LIMIT ?)")
                .param(endpoint.value())
                .param(count)
                .update();
    }

    private static void awaitWaiting(TestEndpoints endpoints, EndpointId endpoint, long rows) {
        await().atMost(PATIENCE)
                .until(() -> endpoints
                                .jdbc()
                                .sql("SELECT count(*) FROM waiting_delivery WHERE endpoint_id = ?")
                                .param(endpoint.value())
                                .query(Long.class)
                                .single()
                        == rows);
    }

    private void awaitRight(AnotherProcess another, TestEndpoints endpoints, EndpointId inactive) {
        await().atMost(PATIENCE).untilAsserted(() -> isRight(another.shown(), endpoints, inactive));
    }

    /** Compares each figure with a count of its own. */
    private void isRight(Shown shown, TestEndpoints endpoints, EndpointId inactive) {
        Map<String, Undelivered> waiting = waiting(endpoints, inactive);
        OpenInKafka dispatch = dispatch();
        OpenInKafka fanout = open(ConsumerGroups.FANOUT, "read_committed", Topics.DOMAIN);
        assertThat(shown.series())
                .containsEntry(LAG + "webhook-dispatch", (double) dispatch.offsets())
                .containsEntry(LAG + "webhook-fanout", (double) fanout.offsets())
                .hasEntrySatisfying(SECONDS + "webhook-dispatch", age -> isSince(age, dispatch.lowest(), shown.at()))
                .hasEntrySatisfying(SECONDS + "webhook-fanout", age -> isSince(age, fanout.lowest(), shown.at()))
                .containsEntry(COUNT + "dispatch", (double) dispatch.deliveries())
                .containsEntry("webhook_waiting_rows", (double) waiting.values().stream()
                        .mapToLong(Undelivered::deliveries)
                        .sum());
        waiting.forEach((reason, each) -> assertThat(shown.series())
                .containsEntry(COUNT + reason, (double) each.deliveries())
                .hasEntrySatisfying(AGE + reason, age -> isSince(age, each.oldest(), shown.at())));
    }

    /** Nothing is left that could be delivered now; what waits for another reason is not touched. */
    private static void isAtRest(Shown shown) {
        assertThat(shown.series())
                .containsEntry(LAG + "webhook-dispatch", 0.0)
                .containsEntry(LAG + "webhook-fanout", 0.0)
                .containsEntry(SECONDS + "webhook-dispatch", 0.0)
                .containsEntry(SECONDS + "webhook-fanout", 0.0)
                .containsEntry(COUNT + "dispatch", 0.0)
                .containsEntry(AGE + "dispatch", 0.0);
    }

    /** By what the test did: which endpoint it deactivated, what was resent, what was never attempted. */
    private static Map<String, Undelivered> waiting(TestEndpoints endpoints, EndpointId inactive) {
        return Map.of(
                "inactive", rows(endpoints, inactive, "endpoint_id = ?"),
                "resent", rows(endpoints, inactive, "endpoint_id <> ? AND attempts_before_resend IS NOT NULL"),
                "held", rows(endpoints, inactive, "endpoint_id <> ? AND attempts = 0"),
                "retry",
                        rows(
                                endpoints,
                                inactive,
                                "endpoint_id <> ? AND attempts > 0 AND attempts_before_resend IS NULL"));
    }

    private static Undelivered rows(TestEndpoints endpoints, EndpointId inactive, String condition) {
        return endpoints
                .jdbc()
                .sql("SELECT count(*), coalesce(min(floor(extract(epoch FROM created_at) * 1000)), ?)"
                        + " FROM waiting_delivery WHERE " + condition)
                .param(Long.MAX_VALUE)
                .param(inactive.value())
                .query((row, number) -> new Undelivered(row.getLong(1), row.getLong(2)))
                .single();
    }

    private OpenInKafka dispatch() {
        return open(ConsumerGroups.DISPATCH, "read_uncommitted", List.of(Topics.DELIVERIES));
    }

    private OpenInKafka open(String group, String isolation, List<String> topics) {
        return OpenInKafka.of(connection, group, isolation, topics);
    }

    private static void isSince(double seconds, long millis, long at) {
        double since = millis == Long.MAX_VALUE ? 0 : (at - millis) / 1000.0;
        assertThat(seconds).isCloseTo(since, within(5.0));
    }

    /** It was that old when it was sent. */
    private static void isAge(double seconds, Duration age) {
        assertThat(seconds)
                .isBetween(age.toMillis() / 1000.0, age.plusSeconds(100).toMillis() / 1000.0);
    }
}
