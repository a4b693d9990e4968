package io.igregulator.webhooks.worker.kafka;

import io.igregulator.webhooks.topic.ConsumerGroups;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;

/** What each of the worker's consumers is set to. The reasons, and what is left at Kafka's defaults, are in README.md. */
public final class ConsumerSettings {
    private static final String READ_COMMITTED = "read_committed";
    private static final String READ_UNCOMMITTED = "read_uncommitted";

    /** That nothing is skipped, and nothing is taken apart, rests on these. */
    private static final Map<String, Object> GUARANTEES = Map.of(
            ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG,
            ByteArrayDeserializer.class,
            ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG,
            ByteArrayDeserializer.class,
            ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
            false,
            ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
            "earliest",
            ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG,
            false);

    private static final Map<String, Object> BOUNDS = Map.of(
            ConsumerConfig.FETCH_MAX_BYTES_CONFIG,
            16 * 1024 * 1024,
            ConsumerConfig.REQUEST_TIMEOUT_MS_CONFIG,
            10_000,
            ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
            15_000);

    private static final Map<String, Object> IN_GROUP = Map.of(
            ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG,
            CooperativeStickyAssignor.class.getName(),
            // The shortest that brokers allow by default. Heartbeats have a thread of their own, and five of six may be
            // late: a worker that is short of processor time keeps its partitions.
            ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG,
            6_000,
            ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG,
            1_000);

    private final Map<String, Object> settings;

    private ConsumerSettings(KafkaConnection connection, Map<String, ?> own) {
        this.settings = connection.consumerWith(GUARANTEES);
        settings.putAll(BOUNDS);
        settings.putAll(own);
    }

    /** Of the domain topics, which others write, in transactions if they like. */
    public static ConsumerSettings fanout(KafkaConnection connection, int maxPollRecords, Map<String, String> more) {
        // One batch may become millions of records.
        return new ConsumerSettings(connection, member(ConsumerGroups.FANOUT, READ_COMMITTED, maxPollRecords, 300_000))
                .and("webhooks.fanout.consumer", more);
    }

    /** Of {@code webhook.deliveries}, which fan-out alone writes, without transactions. */
    public static ConsumerSettings dispatch(KafkaConnection connection, int maxPollRecords, Map<String, String> more) {
        Map<String, Object> own = member(ConsumerGroups.DISPATCH, READ_UNCOMMITTED, maxPollRecords, 60_000);
        own.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, 256 * 1024);
        return new ConsumerSettings(connection, own).and("webhooks.dispatch.consumer", more);
    }

    /** Of {@code webhook.endpoints}: in no group, since each worker reads all of it. */
    public static ConsumerSettings endpointChanges(KafkaConnection connection) {
        return new ConsumerSettings(
                connection,
                Map.of(
                        ConsumerConfig.CLIENT_ID_CONFIG,
                        "webhook-endpoint-changes",
                        ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                        READ_UNCOMMITTED));
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

    private static Map<String, Object> member(
            String group, String isolation, int maxPollRecords, int maxPollIntervalMillis) {
        Map<String, Object> member = new HashMap<>(IN_GROUP);
        member.put(ConsumerConfig.GROUP_ID_CONFIG, group);
        member.put(ConsumerConfig.CLIENT_ID_CONFIG, group);
        member.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, isolation);
        member.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, maxPollRecords);
        member.put(ConsumerConfig.MAX_POLL_INTERVAL_MS_CONFIG, maxPollIntervalMillis);
        return member;
    }

    private ConsumerSettings and(String property, Map<String, String> more) {
        more.forEach((name, value) -> refuseToChange(property, name, value));
        settings.putAll(more);
        if ("consumer".equals(settings.get(ConsumerConfig.GROUP_PROTOCOL_CONFIG))) {
            // KIP-848: the broker assigns and times out; a client that sets these is refused.
            settings.keySet().removeAll(IN_GROUP.keySet());
        }
        return this;
    }

    private void refuseToChange(String property, String name, String value) {
        boolean fixed = GUARANTEES.containsKey(name)
                || name.equals(ConsumerConfig.GROUP_ID_CONFIG)
                || name.equals(ConsumerConfig.ISOLATION_LEVEL_CONFIG);
        if (fixed && !value.equals(String.valueOf(settings.get(name)))) {
            throw new IllegalArgumentException(
                    property + " must not change " + name + ": what is delivered rests on it");
        }
    }
}
