package io.igregulator.webhooks.lag;

import io.igregulator.webhooks.kafka.AdminSettings;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * The clients that measure lag, beside all others: what they wait for holds up no request and no delivery.
 *
 * @param consumer how a service's consumers are connected
 * @param admin the same for its admin clients
 */
public record LagClients(Map<String, Object> consumer, Map<String, Object> admin) {
    public LagClients {
        consumer = Map.copyOf(consumer);
        admin = Map.copyOf(admin);
    }

    Admin createAdmin() {
        return Admin.create(adminSettings());
    }

    Consumer<byte[], byte[]> createConsumer(String isolation) {
        return new KafkaConsumer<>(
                consumerSettings(isolation), new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    /** Of a consumer in no group, which reads a few open records and commits nothing. */
    public Map<String, Object> consumerSettings(String isolation) {
        Map<String, Object> settings = new HashMap<>(consumer);
        settings.put(ConsumerConfig.CLIENT_ID_CONFIG, "webhook-open-" + isolation.replace('_', '-'));
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, isolation);
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        // Usually one record of each partition is wanted: the broker returns one batch at least.
        settings.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, 16 * 1024);
        settings.put(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, 1024 * 1024);
        settings.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 10_000);
        settings.put(ConsumerConfig.REQUEST_TIMEOUT_MS_CONFIG, 5_000);
        return Map.copyOf(settings);
    }

    public Map<String, Object> adminSettings() {
        return AdminSettings.of(admin, "webhook-consumer-lag");
    }
}
