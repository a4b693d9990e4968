package io.igregulator.webhooks.kafka;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.admin.AdminClientConfig;

/** What admin clients of both services are set to: each asks again soon, so an answer that takes long is worth nothing. */
public final class AdminSettings {
    private AdminSettings() {}

    /** @param connection how the service's admin clients reach Kafka */
    public static Map<String, Object> of(Map<String, Object> connection, String clientId) {
        Map<String, Object> settings = new HashMap<>(connection);
        settings.put(AdminClientConfig.CLIENT_ID_CONFIG, clientId);
        settings.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 10_000);
        settings.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, 5_000);
        return Map.copyOf(settings);
    }
}
