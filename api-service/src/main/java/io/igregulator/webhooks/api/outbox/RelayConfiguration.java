package io.igregulator.webhooks.api.outbox;

import io.igregulator.webhooks.database.DedicatedSessions;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.core.ProducerFactory;

/** Puts the relay together. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(RelayProperties.class)
class RelayConfiguration {

    @Bean
    OutboxMeters outboxMeters(MeterRegistry registry) {
        return new OutboxMeters(registry);
    }

    @Bean
    OutboxMeasurement outboxMeasurement(JdbcClient jdbc, OutboxMeters meters, RelayProperties properties) {
        return new OutboxMeasurement(jdbc, meters, properties);
    }

    @Bean
    RelayProgress relayProgress(InstantSource clock) {
        return new RelayProgress(clock);
    }

    @Bean
    OutboxRelay outboxRelay(
            DedicatedSessions sessions,
            ProducerFactory<?, ?> kafka,
            RelayProperties properties,
            RelayProgress progress,
            OutboxMeters meters) {
        var connections = new RelayConnections(sessions);
        var producers = new RelayProducer(kafka.getConfigurationProperties(), properties.deliveryTimeout());
        return new OutboxRelay(
                () -> new RelayLoop(connections, new OutboxPublisher(producers, meters), properties, progress));
    }

    @Bean
    OutboxRelayHealthIndicator outboxRelayHealthIndicator(
            OutboxRelay relay, RelayProgress progress, RelayProperties properties) {
        return new OutboxRelayHealthIndicator(relay, progress, properties);
    }
}
