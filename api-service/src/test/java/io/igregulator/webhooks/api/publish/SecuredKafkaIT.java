package io.igregulator.webhooks.api.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.igregulator.webhooks.api.fixture.RunningApi;
import io.igregulator.webhooks.embedded.KafkaBroker;
import io.igregulator.webhooks.embedded.SecureListener;
import io.igregulator.webhooks.topic.Topics;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The relay speaks TLS and logs in as {@code spring.kafka.*} has it; the test reads by the plain listener. */
class SecuredKafkaIT {
    private static final TopicPartition PARTITION = new TopicPartition(Topics.LICENSE_EVENTS, 0);

    @Test
    void anEventIsPublishedThroughAListenerWithTlsAndALogin(@TempDir Path directory) {
        SecureListener secure = SecureListener.create(directory);
        try (KafkaBroker broker =
                KafkaBroker.start(KafkaBroker.Options.temporary().withSecureListener(secure))) {
            broker.createTopics(new NewTopic(PARTITION.topic(), 1, (short) 1));
            String event = Bodies.issued(Bodies.id());
            try (RunningApi api = RunningApi.with(Map.of(
                            "spring.kafka.bootstrap-servers",
                            broker.secureBootstrapServers(),
                            "spring.kafka.security.protocol",
                            "SASL_SSL",
                            "spring.kafka.ssl.bundle",
                            "kafka",
                            "spring.ssl.bundle.pem.kafka.truststore.certificate",
                            "file:" + secure.authority(),
                            "spring.kafka.properties.sasl.mechanism",
                            SecureListener.MECHANISM,
                            "spring.kafka.properties.sasl.jaas.config",
                            secure.login()));
                    KafkaConsumer<String, String> consumer = consumer(broker)) {
                Publisher publisher = new Publisher(api);

                publisher.one(event).is(200);

                List<String> published = new ArrayList<>();
                await().atMost(Duration.ofSeconds(30)).until(() -> {
                    consumer.poll(Duration.ofMillis(100)).forEach(message -> published.add(message.value()));
                    return publisher.outbox().isEmpty() && !published.isEmpty();
                });
                assertThat(published).containsExactly(event);
            }
        }
    }

    private static KafkaConsumer<String, String> consumer(KafkaBroker broker) {
        KafkaConsumer<String, String> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", broker.bootstrapServers()),
                new StringDeserializer(),
                new StringDeserializer());
        consumer.assign(List.of(PARTITION));
        consumer.seekToBeginning(List.of(PARTITION));
        return consumer;
    }
}
