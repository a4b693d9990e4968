package io.igregulator.webhooks.worker.metrics;

import io.igregulator.webhooks.worker.dispatch.DispatchLoop;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the measurement of consumer lag together. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(MetricsProperties.class)
class LagConfiguration {
    // Shorter than the client's minute: an old lag would go on looking current.
    private static final int CALL_TIMEOUT_MILLIS = 10_000;
    private static final int REQUEST_TIMEOUT_MILLIS = 5_000;

    @Bean
    ConsumerLag consumerLag(
            KafkaProperties kafka,
            DispatchLoop dispatch,
            MeterRegistry registry,
            InstantSource clock,
            MetricsProperties properties) {
        Map<String, Object> settings = settings(kafka.buildAdminProperties());
        return new ConsumerLag(
                () -> Admin.create(settings), new LagMeters(registry, clock, dispatch::deliveriesBehind), properties);
    }

    static Map<String, Object> settings(Map<String, Object> connection) {
        Map<String, Object> settings = new HashMap<>(connection);
        settings.put(AdminClientConfig.CLIENT_ID_CONFIG, "webhook-consumer-lag");
        settings.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, CALL_TIMEOUT_MILLIS);
        settings.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, REQUEST_TIMEOUT_MILLIS);
        return settings;
    }
}
