package io.igregulator.webhooks.worker.fanout;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.clients.consumer.GroupProtocol;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** The Kafka settings that fan-out's guarantees and throughput rest on, above how Kafka is reached. */
final class FanoutKafka {
    // 10 000 copies of one event in a few large, well compressed requests.
    private static final int LINGER_MILLIS = 5;
    private static final int BATCH_BYTES = 64 * 1024;

    private FanoutKafka() {}

    static Map<String, Object> consumer(Map<String, Object> connection, FanoutProperties properties) {
        Map<String, Object> settings = new HashMap<>(connection);
        settings.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
        settings.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, properties.maxPollRecords());
        settings.put(ConsumerConfig.GROUP_PROTOCOL_CONFIG, properties.groupProtocol());
        if (properties.groupProtocol().equalsIgnoreCase(GroupProtocol.CLASSIC.name())) {
            settings.putAll(classicGroup(properties));
        }
        settings.putAll(properties.consumer());
        return settings;
    }

    static Map<String, Object> producer(FanoutProperties properties) {
        int timeout = Math.toIntExact(properties.sendTimeout().toMillis());
        return Map.of(
                ProducerConfig.CLIENT_ID_CONFIG, "webhook-fanout",
                ProducerConfig.LINGER_MS_CONFIG, LINGER_MILLIS,
                ProducerConfig.BATCH_SIZE_CONFIG, BATCH_BYTES,
                ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION, 5,
                ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, timeout,
                ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, timeout / 2,
                ProducerConfig.MAX_BLOCK_MS_CONFIG, timeout);
    }

    // The newer protocol refuses these: there the broker decides.
    private static Map<String, Object> classicGroup(FanoutProperties properties) {
        return Map.of(
                ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG,
                List.of(CooperativeStickyAssignor.class),
                ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG,
                Math.toIntExact(properties.sessionTimeout().toMillis()),
                ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG,
                Math.toIntExact(properties.heartbeatInterval().toMillis()));
    }
}
