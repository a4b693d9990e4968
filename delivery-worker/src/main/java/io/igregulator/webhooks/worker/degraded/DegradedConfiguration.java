package io.igregulator.webhooks.worker.degraded;

import io.igregulator.webhooks.outbox.OutboxWriter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import java.util.random.RandomGenerator;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Notices and announces degraded endpoints. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DegradedProperties.class)
class DegradedConfiguration {
    @Bean
    Degradation degradation(
            DegradedProperties properties, RandomGenerator random, InstantSource clock, MeterRegistry meters) {
        Degradation degradation = new Degradation(properties, random, clock);
        Gauge.builder("webhook.endpoints.degraded", degradation, Degradation::endpoints)
                .description("Endpoints of this worker in an episode of degradation")
                .register(meters);
        return degradation;
    }

    @Bean
    WriteEpisodes writeEpisodes(JdbcClient jdbc, DegradedProperties properties) {
        return new WriteEpisodes(jdbc, new OutboxWriter(jdbc), properties);
    }

    @Bean
    HandOverEpisodes handOverEpisodes(JdbcClient jdbc, Degradation degradation) {
        return new HandOverEpisodes(jdbc, degradation);
    }
}
