package io.igregulator.webhooks.worker.metrics;

import io.igregulator.webhooks.worker.dispatch.DispatchLoop;
import io.igregulator.webhooks.worker.kafka.AdminSettings;
import io.igregulator.webhooks.worker.kafka.KafkaConnection;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the measurement of consumer lag together. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(MetricsProperties.class)
class LagConfiguration {
    @Bean
    ConsumerLag consumerLag(
            KafkaConnection kafka,
            DispatchLoop dispatch,
            MeterRegistry registry,
            InstantSource clock,
            MetricsProperties properties) {
        Map<String, Object> settings = AdminSettings.lag(kafka);
        return new ConsumerLag(
                () -> Admin.create(settings), new LagMeters(registry, clock, dispatch::deliveriesBehind), properties);
    }
}
