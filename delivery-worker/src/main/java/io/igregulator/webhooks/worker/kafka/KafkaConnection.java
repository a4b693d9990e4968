package io.igregulator.webhooks.worker.kafka;

import java.util.HashMap;
import java.util.Map;

/**
 * How Kafka is reached by each kind of client: what Spring Boot gives its own clients, so brokers, TLS bundles and SASL are
 * those of {@code spring.kafka.*} and of whatever else contributes connection details.
 */
public record KafkaConnection(Map<String, Object> consumer, Map<String, Object> producer, Map<String, Object> admin) {
    public KafkaConnection {
        consumer = Map.copyOf(consumer);
        producer = Map.copyOf(producer);
        admin = Map.copyOf(admin);
    }

    /** The same for every client. */
    public static KafkaConnection of(Map<String, Object> settings) {
        return new KafkaConnection(settings, settings, settings);
    }

    Map<String, Object> consumerWith(Map<String, ?> settings) {
        return with(consumer, settings);
    }

    Map<String, Object> producerWith(Map<String, ?> settings) {
        return with(producer, settings);
    }

    private static Map<String, Object> with(Map<String, Object> connection, Map<String, ?> settings) {
        Map<String, Object> all = new HashMap<>(connection);
        all.putAll(settings);
        return all;
    }
}
