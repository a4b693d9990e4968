package io.igregulator.webhooks.api.outbox;

import com.zaxxer.hikari.HikariDataSource;
import io.igregulator.webhooks.database.DedicatedSessions;
import io.igregulator.webhooks.embedded.Infrastructure;
import io.igregulator.webhooks.kafka.RenewableProducer;
import io.igregulator.webhooks.loop.Phases;
import io.igregulator.webhooks.loop.SupervisedLoop;
import io.igregulator.webhooks.outbox.OutboxMessage;
import io.igregulator.webhooks.outbox.OutboxWriter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.support.TransactionTemplate;

/** A database and a topic of their own, relays between them, and a reader of what arrived. */
final class RelayFixture implements AutoCloseable {
    static final int PARTITIONS = 3;

    final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    final OutboxMeters meters = new OutboxMeters(registry);
    final String topic = "relayed-" + UUID.randomUUID();
    final JdbcClient jdbc;
    final OutboxWriter outbox;
    private final Infrastructure.Database database = Infrastructure.shared().freshDatabase();
    private final TransactionTemplate transactions;
    private final List<SupervisedLoop> relays = new ArrayList<>();

    RelayFixture() {
        var source = new DriverManagerDataSource(database.jdbcUrl(), database.user(), database.password());
        Flyway.configure().dataSource(source).load().migrate();
        jdbc = JdbcClient.create(source);
        outbox = new OutboxWriter(jdbc);
        transactions = new TransactionTemplate(new DataSourceTransactionManager(source));
        Infrastructure.shared().createTopics(new NewTopic(topic, PARTITIONS, (short) 1));
    }

    static RelayProperties polledEvery(Duration interval) {
        return new RelayProperties(
                interval,
                100,
                Duration.ofSeconds(6),
                Duration.ofMillis(50),
                Duration.ofMillis(400),
                Duration.ofSeconds(1),
                Duration.ofSeconds(5));
    }

    Relay relay(RelayProperties properties) {
        return relay(properties, Infrastructure.shared().bootstrapServers());
    }

    Relay relay(RelayProperties properties, String bootstrapServers) {
        var source = new HikariDataSource();
        source.setJdbcUrl(database.jdbcUrl());
        source.setUsername(database.user());
        source.setPassword(database.password());
        var connections = new RelayConnections(new DedicatedSessions(source));
        var settings = new RelayProducer(
                        Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers), properties.deliveryTimeout())
                .settings();
        var producer = RenewableProducer.of(settings);
        var progress = new RelayProgress(InstantSource.system());
        var relay = SupervisedLoop.interruptible(
                "outbox-relay",
                new OutboxRelay(connections, new OutboxPublisher(producer, meters), properties, progress),
                Phases.APART,
                InstantSource.system());
        relays.add(relay);
        return new Relay(relay, progress, new OutboxRelayHealthIndicator(relay, progress, properties));
    }

    void inTransaction(Runnable work) {
        transactions.executeWithoutResult(status -> work.run());
    }

    void write(String key, String value) {
        outbox.write(new OutboxMessage(topic, key, value.getBytes(StandardCharsets.UTF_8)));
    }

    long waiting() {
        return jdbc.sql("SELECT count(*) FROM outbox").query(Long.class).single();
    }

    /** Ends the sessions of all relays as an administrator would; how many there were. */
    int terminateRelaySessions() {
        return jdbc.sql("""
                        SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity
                        WHERE datname = current_database() AND application_name = 'webhook-outbox-relay'
                        """).query(Integer.class).single();
    }

    List<String> publishedValues() {
        return published(Infrastructure.shared().bootstrapServers()).stream()
                .map(ConsumerRecord::value)
                .toList();
    }

    /** Everything in the topic so far, in the order of each partition. */
    List<ConsumerRecord<String, String>> published(String bootstrapServers) {
        Map<String, Object> settings = Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            var partitions = consumer.partitionsFor(topic).stream()
                    .map(partition -> new TopicPartition(topic, partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            List<ConsumerRecord<String, String>> records = new ArrayList<>();
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(100)).forEach(records::add);
            }
            return records;
        }
    }

    @Override
    public void close() {
        relays.forEach(SupervisedLoop::stop);
    }

    /** One relay as its service sees it. */
    record Relay(SupervisedLoop lifecycle, RelayProgress progress, OutboxRelayHealthIndicator health) {
        Relay start() {
            lifecycle.start();
            return this;
        }
    }
}
