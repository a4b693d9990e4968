package io.igregulator.webhooks.worker.kafka;

import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** What each of the worker's producers is set to. The reasons, and what is left at Kafka's defaults, are in README.md. */
public final class ProducerSettings {
    /** Acknowledged means kept, whatever {@code spring.kafka.producer.*} says. */
    private static final Map<String, Object> GUARANTEES = Map.of(
            ProducerConfig.ACKS_CONFIG,
            "all",
            ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
            true,
            ProducerConfig.RETRIES_CONFIG,
            Integer.MAX_VALUE,
            ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION,
            5,
            ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG,
            ByteArraySerializer.class,
            ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG,
            ByteArraySerializer.class);

    private ProducerSettings() {}

    /** Of {@code webhook.deliveries}: thousands of copies of one event in a few large requests. */
    public static Map<String, Object> fanout(KafkaConnection connection, String compression, Duration sendTimeout) {
        int timeout = Math.toIntExact(sendTimeout.toMillis());
        return guaranteed(
                connection,
                Map.of(
                        ProducerConfig.CLIENT_ID_CONFIG,
                        "webhook-fanout",
                        ProducerConfig.COMPRESSION_TYPE_CONFIG,
                        compression,
                        // Each is sent when it is full, or with the last flush.
                        ProducerConfig.LINGER_MS_CONFIG,
                        100,
                        ProducerConfig.BATCH_SIZE_CONFIG,
                        64 * 1024,
                        ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
                        timeout,
                        ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG,
                        timeout / 2,
                        ProducerConfig.MAX_BLOCK_MS_CONFIG,
                        timeout));
    }

    /** Of {@code webhook.dead-letters}: few records, each worth waiting for. */
    public static Map<String, Object> deadLetters(KafkaConnection connection) {
        return guaranteed(
                connection,
                Map.of(
                        ProducerConfig.CLIENT_ID_CONFIG,
                        "webhook-dead-letters",
                        ProducerConfig.COMPRESSION_TYPE_CONFIG,
                        "lz4",
                        // Kafka measures a record compressed, the producer before that: leave the decision to Kafka.
                        ProducerConfig.MAX_REQUEST_SIZE_CONFIG,
                        8 * 1024 * 1024,
                        ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
                        30_000,
                        ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG,
                        10_000,
                        ProducerConfig.MAX_BLOCK_MS_CONFIG,
                        10_000));
    }

    private static Map<String, Object> guaranteed(KafkaConnection connection, Map<String, ?> own) {
        Map<String, Object> settings = connection.producerWith(own);
        settings.putAll(GUARANTEES);
        settings.remove(ProducerConfig.TRANSACTIONAL_ID_CONFIG);
        return Map.copyOf(settings);
    }
}
