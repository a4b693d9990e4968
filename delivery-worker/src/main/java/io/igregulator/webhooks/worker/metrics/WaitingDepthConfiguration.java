package io.igregulator.webhooks.worker.metrics;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Measurements taken on a schedule. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class WaitingDepthConfiguration {
    @Bean
    WaitingDepth waitingDepth(JdbcClient jdbc, InstantSource clock, MeterRegistry meters) {
        return new WaitingDepth(jdbc, clock, meters);
    }
}
