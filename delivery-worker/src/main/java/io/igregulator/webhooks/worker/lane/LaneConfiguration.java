package io.igregulator.webhooks.worker.lane;

import io.igregulator.webhooks.worker.attempt.AttemptDelivery;
import io.igregulator.webhooks.worker.breaker.Circuits;
import io.igregulator.webhooks.worker.loop.Phases;
import io.igregulator.webhooks.worker.loop.SupervisedLoop;
import io.igregulator.webhooks.worker.outcome.OutcomeBuffer;
import io.igregulator.webhooks.worker.outcome.Unrecorded;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
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
        // Nothing is kept per thread: a copy of inheritable thread locals and a name of its own would be garbage per
        // start.
        return Executors.newThreadPerTaskExecutor(Thread.ofVirtual()
                .name("lane")
                .inheritInheritableThreadLocals(false)
                .factory());
    }

    @Bean
    Lanes lanes(
            LaneProperties properties,
            Circuits circuits,
            Unrecorded unrecorded,
            AttemptDelivery attempt,
            ExecutorService laneThreads,
            InstantSource clock,
            MeterRegistry meters) {
        Lanes lanes = new Lanes(properties, circuits, unrecorded, attempt, laneThreads, clock);
        unrecorded.onRoom(lanes::resume);
        Gauge.builder("webhook.deliveries.in.flight", lanes, Lanes::inFlight)
                .description("Deliveries being attempted now")
                .register(meters);
        Gauge.builder("webhook.deliveries.queued", lanes, Lanes::queued)
                .description("Deliveries waiting for a place in their lane")
                .register(meters);
        return lanes;
    }

    @Bean
    SupervisedLoop parkSlow(
            Lanes lanes,
            ExecutorService laneThreads,
            OutcomeBuffer outcomes,
            LaneProperties properties,
            InstantSource clock) {
        OwnDelay ownDelay = new OwnDelay(laneThreads, System::nanoTime);
        ParkSlow parkSlow = new ParkSlow(lanes, ownDelay, outcomes, properties.sweepInterval(), clock);
        return new SupervisedLoop("park-slow", parkSlow, Phases.SOURCES, clock);
    }
}
