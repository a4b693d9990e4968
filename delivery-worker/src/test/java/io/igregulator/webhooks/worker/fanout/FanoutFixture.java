package io.igregulator.webhooks.worker.fanout;

import static org.awaitility.Awaitility.await;

import io.igregulator.webhooks.embedded.Infrastructure;
import io.igregulator.webhooks.embedded.KafkaBroker;
import io.igregulator.webhooks.event.EventType;
import io.igregulator.webhooks.id.AccountId;
import io.igregulator.webhooks.id.EndpointId;
import io.igregulator.webhooks.kafka.AdminSettings;
import io.igregulator.webhooks.kafka.RenewableProducer;
import io.igregulator.webhooks.topic.ConsumerGroups;
import io.igregulator.webhooks.topic.Topics;
import io.igregulator.webhooks.worker.deadletter.DeadLetters;
import io.igregulator.webhooks.worker.fixture.DeliveryRecords;
import io.igregulator.webhooks.worker.fixture.TransactionalPublisher;
import io.igregulator.webhooks.worker.kafka.ConsumerSettings;
import io.igregulator.webhooks.worker.kafka.GroupMeters;
import io.igregulator.webhooks.worker.kafka.KafkaConnection;
import io.igregulator.webhooks.worker.kafka.ProducerSettings;
import io.igregulator.webhooks.worker.trace.TraceProperties;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;

/** Fan-out between a Kafka and a database of its own, with what upstream publishes and what comes out. */
final class FanoutFixture implements AutoCloseable {
    static final int DELIVERY_PARTITIONS = 6;
    private static final int MAX_REQUEST_BYTES = 8 * 1024 * 1024;

    final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    final JdbcClient jdbc;
    final Fanout fanout;
    final FanoutHealthIndicator health;
    private final KafkaBroker broker = KafkaBroker.start(KafkaBroker.Options.temporary());
    private final Map<String, Object> connection = Map.of("bootstrap.servers", broker.bootstrapServers());
    private final KafkaConnection kafka = KafkaConnection.of(connection);
    private final Admin admin = Admin.create(connection);
    private final KafkaProducer<byte[], byte[]> upstream;
    private final DeadLetters deadLetters;
    private final PublishDeliveries publishDeliveries;

    FanoutFixture() {
        this(Duration.ofMillis(100));
    }

    FanoutFixture(Duration commitDelay) {
        var database = Infrastructure.shared().freshDatabase();
        var source = new DriverManagerDataSource(database.jdbcUrl(), database.user(), database.password());
        Flyway.configure().dataSource(source).load().migrate();
        jdbc = JdbcClient.create(source);
        upstream = new KafkaProducer<>(
                Map.of(
                        "bootstrap.servers",
                        broker.bootstrapServers(),
                        "compression.type",
                        "lz4",
                        "max.request.size",
                        MAX_REQUEST_BYTES),
                new ByteArraySerializer(),
                new ByteArraySerializer());
        deadLetters = new DeadLetters(RenewableProducer.of(ProducerSettings.deadLetters(kafka)), registry);
        var properties = properties(commitDelay);
        publishDeliveries = new PublishDeliveries(
                RenewableProducer.of(
                        ProducerSettings.fanout(kafka, properties.compression(), properties.sendTimeout())),
                4);
        var progress = new FanoutProgress(InstantSource.system());
        fanout = fanout(properties, progress);
        health = new FanoutHealthIndicator(fanout, progress, properties);
    }

    private Fanout fanout(FanoutProperties properties, FanoutProgress progress) {
        var configuration = new FanoutConfiguration();
        var meters = new FanoutMeters(registry);
        var listener = configuration.fanoutListener(
                jdbc,
                publishDeliveries,
                deadLetters,
                progress,
                meters,
                properties,
                new NoticeProperties(""),
                new TraceProperties(false, 0, false, false));
        var container = FanoutContainer.of(
                new DefaultKafkaConsumerFactory<>(
                        ConsumerSettings.fanout(kafka, properties.maxPollRecords(), properties.consumer())
                                .asMap()),
                listener,
                new BatchFailures(progress, meters),
                progress,
                new FanoutPartitions(new GroupMeters(registry, ConsumerGroups.FANOUT)),
                properties);
        return new Fanout(
                container, new MissingTopics(AdminSettings.of(kafka.admin(), "webhook-topics")), progress, properties);
    }

    private static FanoutProperties properties(Duration commitDelay) {
        return new FanoutProperties(
                50,
                1,
                10_000,
                4,
                commitDelay,
                Duration.ofSeconds(10),
                "snappy",
                Duration.ofMillis(50),
                Duration.ofMillis(300),
                Duration.ofMillis(200),
                Duration.ofSeconds(30),
                Map.of());
    }

    FanoutFixture started() {
        createTopics();
        fanout.start();
        return this;
    }

    void createTopics() {
        Topics.DOMAIN.forEach(topic -> broker.createTopics(new NewTopic(topic, 1, (short) 1)));
        broker.createTopics(
                new NewTopic(Topics.DELIVERIES, DELIVERY_PARTITIONS, (short) 1),
                new NewTopic(Topics.DEAD_LETTERS, 1, (short) 1));
    }

    AccountId account(String... watchedOperators) {
        var account = new AccountId(UUID.randomUUID());
        jdbc.sql("INSERT INTO account (id, name, plan) VALUES (?, 'owner', 'enterprise')")
                .param(account.value())
                .update();
        for (String operator : watchedOperators) {
            jdbc.sql("INSERT INTO watchlist_entry (account_id, operator_slug) VALUES (?, ?)")
                    .param(account.value())
                    .param(operator)
                    .update();
        }
        return account;
    }

    EndpointId endpoint(AccountId owner, boolean active, boolean watchlistOnly, EventType... types) {
        var endpoint = new EndpointId(UUID.randomUUID());
        Object[] events = List.of(types).stream().map(EventType::wireName).toArray();
        jdbc.sql("""
                        INSERT INTO endpoint (id, account_id, url, events, active, watchlist_only, version)
                        VALUES (?, ?, 'https://example.com/hook', ?, ?, ?, 7)
                        """)
                .param(endpoint.value())
                .param(owner.value())
                .param(new SqlArrayValue("text", events))
                .param(active)
                .param(watchlistOnly)
                .update();
        return endpoint;
    }

    RecordMetadata publish(String topic, byte @Nullable [] body) {
        return publish(new ProducerRecord<>(topic, "a-key".getBytes(StandardCharsets.UTF_8), body));
    }

    RecordMetadata publish(ProducerRecord<byte[], byte[]> message) {
        try {
            return upstream.send(message).get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /** In a transaction, so that they come in one batch; returns when fan-out has committed past all of them. */
    void fanOutTogether(String topic, List<byte[]> bodies) {
        try (TransactionalPublisher publisher = new TransactionalPublisher(broker.bootstrapServers())) {
            publisher.commit(bodies.stream()
                    .map(body -> new ProducerRecord<>(topic, "a-key".getBytes(StandardCharsets.UTF_8), body))
                    .toList());
        }
        await().atMost(Duration.ofSeconds(30))
                .until(() -> DeliveryRecords.lag(broker.bootstrapServers(), ConsumerGroups.FANOUT, topic, 1) == 0);
    }

    /** Whether fan-out has committed past the record. */
    boolean isDone(RecordMetadata published) {
        try {
            var committed = admin.listConsumerGroupOffsets(ConsumerGroups.FANOUT)
                    .partitionsToOffsetAndMetadata()
                    .get()
                    .get(new TopicPartition(published.topic(), published.partition()));
            return committed != null && committed.offset() > published.offset();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Everything in the topic so far. */
    List<ConsumerRecord<byte[], byte[]>> read(String topic) {
        try (var consumer = new KafkaConsumer<>(connection, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            var partitions = consumer.partitionsFor(topic).stream()
                    .map(partition -> new TopicPartition(topic, partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(100)).forEach(records::add);
            }
            return records;
        }
    }

    @Override
    public void close() {
        fanout.stop();
        publishDeliveries.close();
        deadLetters.close();
        upstream.close();
        admin.close();
        broker.close();
    }
}
