package io.igregulator.webhooks.stack;

import io.igregulator.webhooks.embedded.PostgresServer;
import io.igregulator.webhooks.embedded.Roles;
import java.util.HashMap;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/**
 * The services' configuration on this machine. It travels in the environment: any user of the machine can read
 * a command line, and some of these are keys.
 */
final class ServiceSettings {
    static final String DATABASE = "webhooks";

    private final Ports ports;
    private final StackSecrets secrets;

    ServiceSettings(Ports ports, StackSecrets secrets) {
        this.ports = ports;
        this.secrets = secrets;
    }

    Map<String, String> ofApi(String jdbcUrl) {
        var settings = shared(jdbcUrl, Roles.API);
        settings.put("server.port", ports.api());
        settings.put("webhooks.operator.address", Ports.HOST);
        settings.put("webhooks.operator.port", ports.operator());
        settings.put("webhooks.operator.token", secrets.operatorToken());
        return environment(settings);
    }

    Map<String, String> ofWorker(int port, String jdbcUrl, Map<String, Object> more) {
        var settings = shared(jdbcUrl, Roles.WORKER);
        settings.put("server.port", port);
        settings.putAll(more);
        return environment(settings);
    }

    private Map<String, Object> shared(String jdbcUrl, String role) {
        var settings = new HashMap<String, Object>();
        settings.put("server.address", Ports.HOST);
        settings.put("spring.datasource.url", jdbcUrl);
        settings.put("spring.datasource.username", role);
        settings.put("spring.datasource.password", PostgresServer.PASSWORD);
        settings.put("spring.flyway.user", Roles.OWNER);
        settings.put("spring.flyway.password", PostgresServer.PASSWORD);
        settings.put("spring.kafka.bootstrap-servers", Ports.HOST + ":" + ports.kafka());
        settings.put("webhooks.secrets.active-key", StackSecrets.KEY_ID);
        settings.put("webhooks.secrets.keys." + StackSecrets.KEY_ID, secrets.encryptionKey());
        // The receiver is on this machine; the services' own defaults allow neither of the two.
        settings.put("webhooks.url.allow-http", true);
        settings.put("webhooks.url.allowed-cidrs", "127.0.0.0/8,::1/128");
        return settings;
    }

    private static Map<String, String> environment(Map<String, Object> settings) {
        return Map.of("SPRING_APPLICATION_JSON", JsonMapper.shared().writeValueAsString(settings));
    }
}
