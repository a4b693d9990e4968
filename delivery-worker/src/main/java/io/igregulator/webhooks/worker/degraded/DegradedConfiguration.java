package io.igregulator.webhooks.worker.degraded;

import io.igregulator.webhooks.outbox.OutboxWriter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import java.util.random.RandomGenerator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Notices and announces degraded endpoints. */
@Configuration(proxyBeanMethods = false)
class DegradedConfiguration {
    @Bean
    Degradation degradation(DegradedProperties properties, RandomGenerator random, InstantSource clock) {
        return new Degradation(properties, random, clock);
    }

    @Bean
    DegradedMeters degradedMeters(MeterRegistry registry, Degradation degradation) {
        return new DegradedMeters(registry, degradation);
    }

    @Bean
    WriteEpisodes writeEpisodes(
            JdbcClient jdbc, DegradedProperties properties, RandomGenerator random, InstantSource clock) {
        return new WriteEpisodes(jdbc, new OutboxWriter(jdbc), properties, random, clock);
    }

    @Bean
    HandOverEpisodes handOverEpisodes(JdbcClient jdbc, Degradation degradation) {
        return new HandOverEpisodes(jdbc, degradation);
    }
}
