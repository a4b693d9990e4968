package io.igregulator.webhooks.api.outbox;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * The settings of the relay's Kafka producer: one request in flight, so that no row overtakes another of its key. The reasons for each
 * setting, and what is left at Kafka's defaults, are in README.md.
 */
final class RelayProducer {
    private static final int REQUESTS_PER_DELIVERY = 3;

    private final Map<String, Object> settings;

    /** @param connection how Kafka is reached; what order and safety need overrides it */
    RelayProducer(Map<String, Object> connection, Duration deliveryTimeout) {
        int timeout = Math.toIntExact(deliveryTimeout.toMillis());
        this.settings = new HashMap<>(connection);
        settings.put(ProducerConfig.CLIENT_ID_CONFIG, "webhook-outbox-relay");
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        settings.put(ProducerConfig.RETRIES_CONFIG, Integer.MAX_VALUE);
        settings.put(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION, 1);
        settings.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, timeout);
        settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, timeout / REQUESTS_PER_DELIVERY);
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, timeout / REQUESTS_PER_DELIVERY);
        settings.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
        settings.put(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
        // A key's partition, which its order rests on.
        settings.put(ProducerConfig.PARTITIONER_IGNORE_KEYS_CONFIG, false);
        settings.remove(ProducerConfig.PARTITIONER_CLASS_CONFIG);
        settings.remove(ProducerConfig.TRANSACTIONAL_ID_CONFIG);
    }

    Map<String, Object> settings() {
        return Map.copyOf(settings);
    }
}
