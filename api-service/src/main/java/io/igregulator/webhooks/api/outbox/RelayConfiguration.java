package io.igregulator.webhooks.api.outbox;

import io.igregulator.webhooks.database.DedicatedSessions;
import io.igregulator.webhooks.kafka.RenewableProducer;
import io.igregulator.webhooks.loop.Phases;
import io.igregulator.webhooks.loop.SupervisedLoop;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.core.ProducerFactory;

/** Puts the relay together. */
@Configuration(proxyBeanMethods = false)
class RelayConfiguration {

    @Bean
    OutboxMeters outboxMeters(MeterRegistry registry) {
        return new OutboxMeters(registry);
    }

    @Bean
    SupervisedLoop outboxMeasurement(
            JdbcClient jdbc, OutboxMeters meters, RelayProperties properties, InstantSource clock) {
        OutboxMeasurement measurement = new OutboxMeasurement(jdbc, meters);
        return SupervisedLoop.interruptible(
                "outbox-measurement",
                SupervisedLoop.repeating(properties.measureInterval(), measurement::measure),
                Phases.APART,
                clock);
    }

    @Bean
    RelayProgress relayProgress(InstantSource clock) {
        return new RelayProgress(clock);
    }

    @Bean
    RelayMeters relayMeters(MeterRegistry registry, RelayProgress progress) {
        return new RelayMeters(registry, progress);
    }

    @Bean
    SupervisedLoop outboxRelay(
            DedicatedSessions sessions,
            ProducerFactory<?, ?> kafka,
            RelayProperties properties,
            RelayProgress progress,
            OutboxMeters meters,
            InstantSource clock) {
        var connections = new RelayConnections(sessions);
        var settings = new RelayProducer(kafka.getConfigurationProperties(), properties.deliveryTimeout()).settings();
        var producer = RenewableProducer.of(settings);
        var relay = new OutboxRelay(connections, new OutboxPublisher(producer, meters), properties, progress);
        return SupervisedLoop.interruptible("outbox-relay", relay, Phases.APART, clock);
    }

    @Bean
    OutboxRelayHealthIndicator outboxRelayHealthIndicator(
            @Qualifier("outboxRelay") SupervisedLoop relay, RelayProgress progress, RelayProperties properties) {
        return new OutboxRelayHealthIndicator(relay, progress, properties);
    }
}
