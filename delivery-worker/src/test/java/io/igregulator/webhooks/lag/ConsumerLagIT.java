package io.igregulator.webhooks.lag;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.igregulator.webhooks.embedded.KafkaBroker;
import io.igregulator.webhooks.event.EventType;
import io.igregulator.webhooks.id.EventId;
import io.igregulator.webhooks.loop.Phases;
import io.igregulator.webhooks.loop.SupervisedLoop;
import io.igregulator.webhooks.topic.ConsumerGroups;
import io.igregulator.webhooks.topic.DeliveryHeaders;
import io.igregulator.webhooks.topic.EventHeader;
import io.igregulator.webhooks.topic.Topics;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ConsumerLagIT {
    private static final TopicPartition LICENSE_0 = new TopicPartition(Topics.LICENSE_EVENTS, 0);
    private static final TopicPartition LICENSE_1 = new TopicPartition(Topics.LICENSE_EVENTS, 1);
    private static final TopicPartition DELIVERIES_0 = new TopicPartition(Topics.DELIVERIES, 0);
    private static final TopicPartition DELIVERIES_1 = new TopicPartition(Topics.DELIVERIES, 1);

    private final Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    private final KafkaBroker broker = KafkaBroker.start(KafkaBroker.Options.temporary());
    private final Map<String, Object> connection = Map.of("bootstrap.servers", broker.bootstrapServers());
    private final Admin admin = Admin.create(connection);
    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final SupervisedLoop consumerLag = SupervisedLoop.interruptible(
            "consumer-lag",
            new ConsumerLag(
                    new LagClients(connection, connection),
                    List.of(new LagMeters(registry, InstantSource.system())),
                    new OpenMeters(registry, InstantSource.fixed(now)),
                    Duration.ofMillis(100)),
            Phases.APART,
            InstantSource.system());

    @BeforeEach
    void createTopics() {
        Topics.DOMAIN.forEach(topic -> broker.createTopics(new NewTopic(topic, 2, (short) 1)));
        broker.createTopics(new NewTopic(Topics.DELIVERIES, 2, (short) 1));
    }

    @AfterEach
    void stop() {
        consumerLag.stop();
        admin.close();
        broker.close();
    }

    @Test
    void equalsWhatTheAdminClientComputesAndFollowsIt() throws Exception {
        produce(LICENSE_0, 10);
        produce(LICENSE_1, 4);
        produce(DELIVERIES_0, 7);
        commit(ConsumerGroups.FANOUT, LICENSE_0, 6);
        commit(ConsumerGroups.FANOUT, LICENSE_1, 4);
        commit(ConsumerGroups.DISPATCH, DELIVERIES_0, 2);

        consumerLag.start();

        await().untilAsserted(
                        () -> assertThat(lag(ConsumerGroups.FANOUT, LICENSE_0)).isEqualTo(4.0));
        assertThat(lag(ConsumerGroups.FANOUT, LICENSE_1)).isEqualTo(0.0);
        assertThat(total(ConsumerGroups.FANOUT)).isEqualTo(4.0);
        assertThat(lag(ConsumerGroups.DISPATCH, DELIVERIES_0))
                .isEqualTo(computed(ConsumerGroups.DISPATCH, DELIVERIES_0))
                .isEqualTo(5.0);
        assertThat(total(ConsumerGroups.DISPATCH)).isEqualTo(5.0);
        assertThat(registry.scrape())
                .contains("webhook_consumer_group_lag{group=\"webhook-dispatch\"} 5.0")
                .contains("webhook_consumer_lag{group=\"webhook-fanout\",partition=\"0\",topic=\"license.events\"} 4.0")
                .contains("webhook_consumer_lag_age_seconds");

        produce(DELIVERIES_0, 3);
        produce(DELIVERIES_1, 1);
        commit(ConsumerGroups.DISPATCH, DELIVERIES_0, 9);
        commit(ConsumerGroups.DISPATCH, DELIVERIES_1, 0);
        await().untilAsserted(() -> assertThat(total(ConsumerGroups.DISPATCH))
                .isEqualTo(2.0)
                .isEqualTo(computed(ConsumerGroups.DISPATCH, DELIVERIES_0)
                        + computed(ConsumerGroups.DISPATCH, DELIVERIES_1)));
    }

    @Test
    void equalsTheLagOfARealConsumerOfTheGroup() throws Exception {
        produce(DELIVERIES_0, 30);
        Map<String, Object> settings = Map.of(
                "bootstrap.servers",
                broker.bootstrapServers(),
                "group.id",
                ConsumerGroups.DISPATCH,
                "max.poll.records",
                8);
        try (var consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            consumer.assign(List.of(DELIVERIES_0));
            consumer.seekToBeginning(consumer.assignment());
            await().until(() -> !consumer.poll(Duration.ofMillis(200)).isEmpty());
            consumer.commitSync();

            consumerLag.start();

            await().untilAsserted(() -> assertThat(lag(ConsumerGroups.DISPATCH, DELIVERIES_0))
                    .isEqualTo(30.0 - consumer.position(DELIVERIES_0)));
            assertThat(consumer.position(DELIVERIES_0)).isBetween(1L, 29L);
        }
    }

    @Test
    void aGroupThatNeverStartedIsBehindByAllThereIs() throws Exception {
        produce(DELIVERIES_0, 7);
        produce(DELIVERIES_1, 5);
        admin.deleteRecords(Map.of(DELIVERIES_0, RecordsToDelete.beforeOffset(3)))
                .all()
                .get();

        consumerLag.start();

        await().untilAsserted(() -> assertThat(total(ConsumerGroups.DISPATCH)).isEqualTo(9.0));
        assertThat(lag(ConsumerGroups.DISPATCH, DELIVERIES_0)).isEqualTo(4.0);
        assertThat(total(ConsumerGroups.FANOUT)).isEqualTo(0.0);
    }

    @Test
    void isAbsentRatherThanOldWhileKafkaDoesNotAnswer() throws Exception {
        produce(DELIVERIES_0, 7);
        consumerLag.start();
        await().untilAsserted(() -> assertThat(total(ConsumerGroups.DISPATCH)).isEqualTo(7.0));

        broker.close();

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(total(ConsumerGroups.DISPATCH)).isNull());
        assertThat(lag(ConsumerGroups.DISPATCH, DELIVERIES_0)).isNull();
        assertThat(registry.get("webhook.consumer.lag.age").gauge().value()).isGreaterThan(1);
        assertThat(consumerLag.isRunning()).isTrue();
    }

    @Test
    void isBehindByTheAgeOfTheLowestOpenRecord() throws Exception {
        send(DELIVERIES_0, ago(600));
        send(DELIVERIES_0, ago(60));
        send(DELIVERIES_1, ago(30));
        consumerLag.start();

        awaitBehind(ConsumerGroups.DISPATCH, 600);
        awaitBehind(ConsumerGroups.FANOUT, 0);
        commit(ConsumerGroups.DISPATCH, DELIVERIES_0, 1);
        awaitBehind(ConsumerGroups.DISPATCH, 60);
        commit(ConsumerGroups.DISPATCH, DELIVERIES_0, 2);
        awaitBehind(ConsumerGroups.DISPATCH, 30);
        commit(ConsumerGroups.DISPATCH, DELIVERIES_1, 1);
        awaitBehind(ConsumerGroups.DISPATCH, 0);
        commit(ConsumerGroups.DISPATCH, DELIVERIES_0, 0);
        awaitBehind(ConsumerGroups.DISPATCH, 600);
    }

    @Test
    void isNotBehindByMarkersAndAbortedRecords() throws Exception {
        transaction(LICENSE_0, false).close();
        transaction(LICENSE_0, true).close();
        commit(ConsumerGroups.FANOUT, LICENSE_0, 3);
        transaction(LICENSE_1, false).close();
        consumerLag.start();

        await().untilAsserted(() -> assertThat(total(ConsumerGroups.FANOUT)).isEqualTo(3.0));
        awaitBehind(ConsumerGroups.FANOUT, 0);
    }

    @Test
    void isBehindByATransactionThatDoesNotEnd() throws Exception {
        try (var open = transactional()) {
            open.initTransactions();
            open.beginTransaction();
            open.send(new ProducerRecord<>(LICENSE_0.topic(), 0, ago(100), new byte[0], new byte[0]))
                    .get();
            consumerLag.start();

            awaitBehind(ConsumerGroups.FANOUT, 100);
            open.abortTransaction();
        }
        awaitBehind(ConsumerGroups.FANOUT, 0);
    }

    @Test
    void countsTheDeliveriesOfOpenRecords() throws Exception {
        EventHeader event = new EventHeader(
                EventId.create(Instant.now(), new Random(1)), EventType.LICENSE_ISSUED, Instant.ofEpochMilli(ago(300)));
        sendDeliveries(DELIVERIES_0, event, 100);
        sendDeliveries(DELIVERIES_0, event, 0);
        sendDeliveries(DELIVERIES_1, event, 7);
        consumerLag.start();

        awaitDispatch(108, 300);
        commit(ConsumerGroups.DISPATCH, DELIVERIES_0, 1);
        awaitDispatch(8, 300);
        commit(ConsumerGroups.DISPATCH, DELIVERIES_1, 1);
        awaitDispatch(1, 300);
        commit(ConsumerGroups.DISPATCH, DELIVERIES_0, 2);
        awaitDispatch(0, 0);
    }

    @Test
    void estimatesTheDeliveriesOfRecordsThatItDoesNotRead() throws Exception {
        EventHeader event =
                new EventHeader(EventId.create(Instant.now(), new Random(1)), EventType.LICENSE_ISSUED, Instant.now());
        try (var producer = new KafkaProducer<>(connection, new ByteArraySerializer(), new ByteArraySerializer())) {
            List<Future<RecordMetadata>> sends = new ArrayList<>();
            for (int i = 0; i < 12_000; i++) {
                sends.add(producer.send(deliveries(DELIVERIES_0, event, 3)));
            }
            assertThat(sends)
                    .allSatisfy(send -> assertThat(send.get().hasOffset()).isTrue());
        }
        consumerLag.start();

        await().untilAsserted(() -> assertThat(gauge("webhook.undelivered.deliveries", "reason", "dispatch"))
                .isEqualTo(36_000.0));
    }

    private void awaitDispatch(double deliveries, double age) {
        await().untilAsserted(() -> {
            assertThat(gauge("webhook.undelivered.deliveries", "reason", "dispatch"))
                    .isEqualTo(deliveries);
            assertThat(gauge("webhook.undelivered.oldest.age.seconds", "reason", "dispatch"))
                    .isEqualTo(age);
        });
    }

    private void awaitBehind(String group, double seconds) {
        await().untilAsserted(() -> assertThat(gauge("webhook.consumer.lag.seconds", "group", group))
                .isEqualTo(seconds));
    }

    private long ago(int seconds) {
        return now.minusSeconds(seconds).toEpochMilli();
    }

    private @Nullable Double gauge(String name, String... tags) {
        Gauge gauge = registry.find(name).tags(tags).gauge();
        return gauge == null ? null : gauge.value();
    }

    private void send(TopicPartition partition, long timestamp) throws Exception {
        try (var producer = new KafkaProducer<>(connection, new ByteArraySerializer(), new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(
                            partition.topic(), partition.partition(), timestamp, new byte[0], new byte[0]))
                    .get();
        }
    }

    private void sendDeliveries(TopicPartition partition, EventHeader event, int count) throws Exception {
        try (var producer = new KafkaProducer<>(connection, new ByteArraySerializer(), new ByteArraySerializer())) {
            producer.send(deliveries(partition, event, count)).get();
        }
    }

    /** A chunk, or a record of one delivery where the count is 0. */
    private static ProducerRecord<byte[], byte[]> deliveries(TopicPartition partition, EventHeader event, int count) {
        ProducerRecord<byte[], byte[]> record =
                new ProducerRecord<>(partition.topic(), partition.partition(), new byte[0], new byte[0]);
        record.headers().add(DeliveryHeaders.EVENT, event.bytes());
        if (count > 0) {
            record.headers()
                    .add(DeliveryHeaders.DELIVERIES, Integer.toString(count).getBytes(UTF_8));
        }
        return record;
    }

    private KafkaProducer<byte[], byte[]> transaction(TopicPartition partition, boolean commits) throws Exception {
        KafkaProducer<byte[], byte[]> producer = transactional();
        producer.initTransactions();
        producer.beginTransaction();
        producer.send(new ProducerRecord<>(partition.topic(), partition.partition(), new byte[0], new byte[0]))
                .get();
        if (commits) {
            producer.commitTransaction();
        } else {
            producer.abortTransaction();
        }
        return producer;
    }

    private KafkaProducer<byte[], byte[]> transactional() {
        Map<String, Object> settings =
                Map.of("bootstrap.servers", broker.bootstrapServers(), "transactional.id", "of-the-test");
        return new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
    }

    private void produce(TopicPartition partition, int records) throws ExecutionException, InterruptedException {
        try (var producer = new KafkaProducer<>(connection, new ByteArraySerializer(), new ByteArraySerializer())) {
            for (int i = 0; i < records; i++) {
                producer.send(new ProducerRecord<>(partition.topic(), partition.partition(), new byte[0], new byte[0]))
                        .get();
            }
        }
    }

    private void commit(String group, TopicPartition partition, long offset)
            throws ExecutionException, InterruptedException {
        admin.alterConsumerGroupOffsets(group, Map.of(partition, new OffsetAndMetadata(offset)))
                .all()
                .get();
    }

    private double computed(String group, TopicPartition partition) throws ExecutionException, InterruptedException {
        long end = admin.listOffsets(Map.of(partition, OffsetSpec.latest()))
                .partitionResult(partition)
                .get()
                .offset();
        var committed = admin.listConsumerGroupOffsets(group)
                .partitionsToOffsetAndMetadata()
                .get();
        return end - requireNonNull(committed.get(partition)).offset();
    }

    private @Nullable Double lag(String group, TopicPartition partition) {
        return value(registry.find("webhook.consumer.lag")
                .tags("group", group, "topic", partition.topic(), "partition", "" + partition.partition())
                .gauge());
    }

    private @Nullable Double total(String group) {
        return value(
                registry.find("webhook.consumer.group.lag").tags("group", group).gauge());
    }

    private static @Nullable Double value(@Nullable Gauge gauge) {
        return gauge == null ? null : gauge.value();
    }
}
