package io.igregulator.webhooks.worker.kafka;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;

/**
 * Settings of a consumer of bytes, on top of {@code spring.kafka.*}, which stays the one place for brokers and security.
 */
public final class ConsumerSettings {
    /**
     * The shortest that brokers allow by default. Heartbeats have a thread of their own, and five of six may be late: a
     * worker that is short of processor time keeps its partitions.
     */
    private static final int SESSION_MILLIS = 6_000;

    private static final int HEARTBEAT_MILLIS = 1_000;

    private final Map<String, Object> settings;

    public ConsumerSettings(KafkaProperties properties) {
        this.settings = new HashMap<>(properties.buildConsumerProperties());
        settings.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
        settings.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    }

    /** A member of a group: a crash is noticed in 6 s, and a rebalance leaves the partitions that stay alone. */
    public ConsumerSettings inGroup(String group) {
        return with(Map.of(
                ConsumerConfig.GROUP_ID_CONFIG, group,
                ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG, CooperativeStickyAssignor.class.getName(),
                ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, SESSION_MILLIS,
                ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, HEARTBEAT_MILLIS,
                ConsumerConfig.MAX_POLL_INTERVAL_MS_CONFIG, 60_000));
    }

    public ConsumerSettings with(Map<String, ?> more) {
        settings.putAll(more);
        if ("consumer".equals(settings.get(ConsumerConfig.GROUP_PROTOCOL_CONFIG))) {
            // KIP-848: the broker assigns and times out; a client that sets these is refused.
            settings.remove(ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG);
            settings.remove(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG);
            settings.remove(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG);
        }
        return this;
    }

    /** Without a heartbeat for this long the member is taken for dead; empty where the broker decides. */
    public Optional<Duration> sessionTimeout() {
        return Optional.ofNullable(settings.get(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG))
                .map(millis -> Duration.ofMillis(Long.parseLong(millis.toString())));
    }

    public Map<String, Object> asMap() {
        return Map.copyOf(settings);
    }

    public Consumer<byte[], byte[]> create() {
        return create(new ByteArrayDeserializer());
    }

    public <V> Consumer<byte[], V> create(Deserializer<V> values) {
        return new DefaultKafkaConsumerFactory<>(settings, new ByteArrayDeserializer(), values).createConsumer();
    }
}
