package io.igregulator.webhooks.worker.kafka;

import java.util.Map;
import org.apache.kafka.clients.admin.AdminClientConfig;

/** What the worker's admin clients are set to: they ask again soon, so an answer that takes long is worth nothing. */
public final class AdminSettings {
    private AdminSettings() {}

    /** Looks whether the topics exist, before fan-out starts. */
    public static Map<String, Object> topics(KafkaConnection connection) {
        return settings(connection, "webhook-topics");
    }

    /** Measures consumer lag. */
    public static Map<String, Object> lag(KafkaConnection connection) {
        return settings(connection, "webhook-consumer-lag");
    }

    private static Map<String, Object> settings(KafkaConnection connection, String clientId) {
        return Map.copyOf(connection.adminWith(Map.of(
                AdminClientConfig.CLIENT_ID_CONFIG, clientId,
                // Shorter than the client's minute: an old lag would go on looking current.
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 10_000,
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, 5_000)));
    }
}
