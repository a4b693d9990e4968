package io.igregulator.webhooks.worker.fanout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.igregulator.webhooks.embedded.Infrastructure;
import io.igregulator.webhooks.embedded.KafkaBroker;
import io.igregulator.webhooks.embedded.SecureListener;
import io.igregulator.webhooks.event.EventType;
import io.igregulator.webhooks.id.EventId;
import io.igregulator.webhooks.topic.ConsumerGroups;
import io.igregulator.webhooks.topic.EndpointChange;
import io.igregulator.webhooks.topic.Topics;
import io.igregulator.webhooks.worker.fixture.DeliveryRecords;
import io.igregulator.webhooks.worker.fixture.Received;
import io.igregulator.webhooks.worker.fixture.Receiver;
import io.igregulator.webhooks.worker.fixture.RunningWorker;
import io.igregulator.webhooks.worker.fixture.TestEndpoint;
import io.igregulator.webhooks.worker.fixture.TransactionalPublisher;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Each of the worker's Kafka clients speaks TLS and logs in as {@code spring.kafka.*} has it. The test's own tools use the
 * plain listener, whose address the worker does not know.
 */
class SecuredKafkaIT {
    private static final Duration PATIENCE = Duration.ofSeconds(45);
    private static final byte[] KEY = "a-key".getBytes(StandardCharsets.UTF_8);

    @TempDir
    private Path directory;

    private final Receiver receiver = Receiver.start();
    private KafkaBroker broker;
    private RunningWorker worker;
    private TransactionalPublisher upstream;

    @BeforeEach
    void start() {
        SecureListener secure = SecureListener.create(directory);
        broker = KafkaBroker.start(KafkaBroker.Options.temporary().withSecureListener(secure));
        broker.createTopics(Topics.ALL.stream()
                .map(topic ->
                        new NewTopic(topic, topic.equals(Topics.DELIVERIES) ? RunningWorker.SHARDS : 1, (short) 1))
                .toArray(NewTopic[]::new));
        upstream = new TransactionalPublisher(broker.bootstrapServers());
        worker = RunningWorker.start(
                Infrastructure.shared().freshDatabase(),
                "spring.kafka.bootstrap-servers=" + broker.secureBootstrapServers(),
                "spring.kafka.security.protocol=SASL_SSL",
                "spring.kafka.ssl.bundle=kafka",
                "spring.ssl.bundle.pem.kafka.truststore.certificate=file:" + secure.authority(),
                "spring.kafka.properties.sasl.mechanism=" + SecureListener.MECHANISM,
                "spring.kafka.properties.sasl.jaas.config=" + secure.login(),
                "webhooks.metrics.lag-interval=200ms");
    }

    @AfterEach
    void stop() {
        worker.close();
        upstream.close();
        receiver.close();
        broker.close();
    }

    @Test
    void everyClientOfTheWorkerTakesTlsAndItsLoginFromTheConfiguration() {
        TestEndpoint endpoint = worker.endpoints().create(receiver.url("/first"));
        EventId event = Events.id();

        upstream.commit(List.of(
                licence(Events.of(event, EventType.LICENSE_ISSUED, "acme")),
                licence("no event".getBytes(StandardCharsets.UTF_8))));

        // Topics looked up, fanned out, dispatched.
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(receiver.received("/first"))
                        .extracting(Received::eventId)
                        .containsExactly(event.toString()));
        // Dead letters.
        await().atMost(PATIENCE).until(() -> worker.metric("webhook_dead_letters_total", "not_json") == 1);
        // Consumer lag.
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(worker.get("/actuator/prometheus")
                                .body()
                                .lines()
                                .filter(line -> line.startsWith("webhook_consumer_group_lag{")))
                        .hasSize(2)
                        .allSatisfy(line -> assertThat(line).endsWith(" 0.0")));
        assertThat(worker.get("/actuator/health/readiness").statusCode()).isEqualTo(200);
        // Endpoint changes: records of the old version reach the new URL long before the cache forgets the old one.
        worker.endpoints()
                .jdbc()
                .sql("UPDATE endpoint SET url = ?, version = 2 WHERE id = ?")
                .param(receiver.url("/second"))
                .param(endpoint.id().value())
                .update();
        upstream.commit(List.of(new ProducerRecord<>(
                Topics.ENDPOINT_CHANGES,
                KEY,
                new EndpointChange(endpoint.id(), EndpointChange.Kind.UPDATED, 2).toJson())));
        try (DeliveryRecords records = new DeliveryRecords(worker.endpoints().jdbc(), broker.bootstrapServers())) {
            await().atMost(PATIENCE).until(() -> {
                records.send(endpoint.id(), 1);
                return !receiver.received("/second").isEmpty();
            });
        }
        await().atMost(PATIENCE)
                .until(() -> DeliveryRecords.lag(
                                broker.bootstrapServers(),
                                ConsumerGroups.DISPATCH,
                                Topics.DELIVERIES,
                                RunningWorker.SHARDS)
                        == 0);
    }

    private static ProducerRecord<byte[], byte[]> licence(byte[] body) {
        return new ProducerRecord<>(Topics.LICENSE_EVENTS, KEY, body);
    }
}
