package io.igregulator.webhooks.worker.lane;

import io.igregulator.webhooks.worker.attempt.AttemptDelivery;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The lanes and the virtual threads that work in them. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(LaneProperties.class)
class LaneConfiguration {
    @Bean(destroyMethod = "shutdownNow")
    ExecutorService laneThreads() {
        return Executors.newThreadPerTaskExecutor(
                Thread.ofVirtual().name("lane-", 0).factory());
    }

    @Bean
    Lanes lanes(LaneProperties properties, AttemptDelivery attempt, ExecutorService laneThreads, MeterRegistry meters) {
        Lanes lanes = new Lanes(properties, attempt, laneThreads);
        Gauge.builder("webhook.deliveries.in.flight", lanes, Lanes::inFlight)
                .description("Deliveries being attempted now")
                .register(meters);
        Gauge.builder("webhook.deliveries.queued", lanes, Lanes::queued)
                .description("Deliveries waiting for a place in their lane")
                .register(meters);
        return lanes;
    }
}
