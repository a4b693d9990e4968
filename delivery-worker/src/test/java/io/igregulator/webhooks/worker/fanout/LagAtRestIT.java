package io.igregulator.webhooks.worker.fanout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.igregulator.webhooks.embedded.Infrastructure;
import io.igregulator.webhooks.embedded.KafkaBroker;
import io.igregulator.webhooks.event.EventType;
import io.igregulator.webhooks.id.EventId;
import io.igregulator.webhooks.topic.ConsumerGroups;
import io.igregulator.webhooks.topic.Topics;
import io.igregulator.webhooks.worker.fixture.DeliveryRecords;
import io.igregulator.webhooks.worker.fixture.Received;
import io.igregulator.webhooks.worker.fixture.Receiver;
import io.igregulator.webhooks.worker.fixture.RunningWorker;
import io.igregulator.webhooks.worker.fixture.TestEndpoint;
import io.igregulator.webhooks.worker.fixture.TransactionalPublisher;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Offsets do not count records: lag is 0 when all is done, whatever lies between and behind the records. */
class LagAtRestIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final TopicPartition COMPACTED = new TopicPartition(Topics.COVERAGE_EVENTS, 0);
    private static final byte[] KEY = "a-key".getBytes(StandardCharsets.UTF_8);

    private static final Receiver receiver = Receiver.start();
    private static final KafkaBroker broker =
            KafkaBroker.start(KafkaBroker.Options.temporary().withSetting("log.cleaner.backoff.ms", "100"));
    private static final TransactionalPublisher upstream;
    private static RunningWorker worker;
    private static TestEndpoint endpoint;

    static {
        Topics.ALL.forEach(topic -> broker.createTopics(topic(topic)));
        upstream = new TransactionalPublisher(broker.bootstrapServers());
    }

    @BeforeAll
    static void start() {
        compact();
        worker = RunningWorker.start(
                Infrastructure.shared().freshDatabase(),
                "spring.kafka.bootstrap-servers=" + broker.bootstrapServers(),
                "webhooks.metrics.lag-interval=200ms",
                "webhooks.fanout.commit-delay=100ms",
                "webhooks.dispatch.commit-delay=100ms");
        endpoint = worker.endpoints().create(receiver.url("/hook"));
    }

    @AfterAll
    static void stop() {
        worker.close();
        upstream.close();
        receiver.close();
        broker.close();
    }

    @Test
    void aMarkerAtTheEndOfAPartitionIsNotLag() {
        EventId event = Events.id();

        upstream.commit(List.of(issued(event)));

        awaitDelivery(event);
        awaitNoLag(ConsumerGroups.FANOUT, Topics.DOMAIN);
        awaitNoLag(ConsumerGroups.DISPATCH, List.of(Topics.DELIVERIES));
    }

    @Test
    void anEventOfAnAbortedTransactionIsNotDeliveredAndIsNotLag() {
        EventId aborted = Events.id();
        EventId committed = Events.id();

        upstream.abort(List.of(issued(aborted)));
        upstream.commit(List.of(issued(committed)));
        awaitDelivery(committed);
        assertThat(receiver.received()).extracting(Received::eventId).doesNotContain(aborted.toString());
        assertThat(worker.row("SELECT count(*) AS stored FROM event WHERE id = ?", aborted.bits()))
                .containsEntry("stored", 0L);

        upstream.abort(List.of(issued(Events.id())));
        awaitNoLag(ConsumerGroups.FANOUT, Topics.DOMAIN);
        awaitNoLag(ConsumerGroups.DISPATCH, List.of(Topics.DELIVERIES));
    }

    @Test
    void aPartitionThatHoldsNothingButAbortedRecordsIsNotLag() {
        upstream.abort(List.of(new ProducerRecord<>(
                Topics.REGULATORY_EVENTS, KEY, Events.of(Events.id(), EventType.REGULATORY_ACTION_ADDED, "acme"))));

        awaitNoLag(ConsumerGroups.FANOUT, Topics.DOMAIN);
    }

    @Test
    void offsetsThatCompactionEmptiedAreNotLag() {
        List<ConsumerRecord<byte[], byte[]>> left = read(COMPACTED);
        assertThat(left).hasSizeLessThan((int) end(COMPACTED));

        EventId event = Events.id();
        upstream.commit(List.of(coverage(event)));

        awaitDelivery(event);
        awaitNoLag(ConsumerGroups.FANOUT, Topics.DOMAIN);
    }

    @Test
    void aDeliveryThatWasWrittenInATransactionLeavesNoLagEither() {
        EventId event = Events.id();
        try (DeliveryRecords records = new DeliveryRecords(worker.endpoints().jdbc(), broker.bootstrapServers())) {
            upstream.commit(List.of(records.stored(event, endpoint.id())));
        }

        awaitDelivery(event);
        awaitNoLag(ConsumerGroups.DISPATCH, List.of(Topics.DELIVERIES));
    }

    /** By Kafka's own count and by the worker's metrics. */
    private static void awaitNoLag(String group, List<String> topics) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> topics.forEach(topic -> assertThat(
                                DeliveryRecords.lag(broker.bootstrapServers(), group, topic, partitions(topic)))
                        .as("lag of %s in %s", group, topic)
                        .isZero()));
        for (String metric : List.of("webhook_consumer_group_lag", "webhook_consumer_lag_seconds")) {
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(worker.get("/actuator/prometheus")
                                    .body()
                                    .lines()
                                    .filter(line -> line.startsWith(metric + "{"))
                                    .filter(line -> line.contains("group=\"" + group + "\"")))
                            .singleElement()
                            .asString()
                            .endsWith(" 0.0"));
        }
    }

    private static void awaitDelivery(EventId event) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(receiver.received())
                        .extracting(Received::eventId)
                        .contains(event.toString()));
    }

    /** Returns when the topic's partition has fewer records than offsets. */
    private static void compact() {
        await().atMost(PATIENCE).until(() -> {
            upstream.commit(List.of(coverage(Events.id())));
            upstream.abort(List.of(coverage(Events.id())));
            return read(COMPACTED).size() < end(COMPACTED) / 4;
        });
    }

    private static ProducerRecord<byte[], byte[]> issued(EventId event) {
        return new ProducerRecord<>(Topics.LICENSE_EVENTS, KEY, Events.of(event, EventType.LICENSE_ISSUED, "acme"));
    }

    private static ProducerRecord<byte[], byte[]> coverage(EventId event) {
        return new ProducerRecord<>(Topics.COVERAGE_EVENTS, KEY, Events.coverage(event));
    }

    private static NewTopic topic(String name) {
        NewTopic topic = new NewTopic(name, partitions(name), (short) 1);
        return name.equals(COMPACTED.topic())
                ? topic.configs(Map.of(
                        "cleanup.policy", "compact",
                        "segment.ms", "50",
                        "min.cleanable.dirty.ratio", "0.01"))
                : topic;
    }

    private static int partitions(String topic) {
        return topic.equals(Topics.DELIVERIES) ? RunningWorker.SHARDS : 1;
    }

    private static long end(TopicPartition partition) {
        try (var consumer = consumer()) {
            return consumer.endOffsets(List.of(partition)).values().iterator().next();
        }
    }

    private static List<ConsumerRecord<byte[], byte[]>> read(TopicPartition partition) {
        try (var consumer = consumer()) {
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            long end = end(partition);
            List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
            while (consumer.position(partition) < end) {
                consumer.poll(Duration.ofMillis(100)).forEach(records::add);
            }
            return records;
        }
    }

    private static KafkaConsumer<byte[], byte[]> consumer() {
        return new KafkaConsumer<>(
                Map.of("bootstrap.servers", broker.bootstrapServers(), "isolation.level", "read_committed"),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
    }
}
