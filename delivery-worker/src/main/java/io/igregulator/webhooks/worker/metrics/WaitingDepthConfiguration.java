package io.igregulator.webhooks.worker.metrics;

import io.igregulator.webhooks.worker.loop.Phases;
import io.igregulator.webhooks.worker.loop.SupervisedLoop;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Puts the measurement of waiting rows together. */
@Configuration(proxyBeanMethods = false)
class WaitingDepthConfiguration {
    @Bean
    SupervisedLoop waitingDepth(
            JdbcClient jdbc, MetricsProperties properties, InstantSource clock, MeterRegistry meters) {
        WaitingDepth depth = new WaitingDepth(jdbc, properties.waitingInterval(), clock, meters);
        return new SupervisedLoop("waiting-depth", depth, Phases.SOURCES, clock);
    }
}
