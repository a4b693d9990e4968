package io.igregulator.webhooks.worker.lane;

import io.igregulator.webhooks.http.PooledWebhookSender;
import io.igregulator.webhooks.loop.Phases;
import io.igregulator.webhooks.loop.SupervisedLoop;
import io.igregulator.webhooks.worker.attempt.AttemptDelivery;
import io.igregulator.webhooks.worker.breaker.Circuits;
import io.igregulator.webhooks.worker.outcome.OutcomeBuffer;
import io.igregulator.webhooks.worker.outcome.Unrecorded;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The lanes and the virtual threads that work in them. */
@Configuration(proxyBeanMethods = false)
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
            InstantSource clock) {
        Lanes lanes = new Lanes(properties, circuits, unrecorded, attempt, laneThreads, clock);
        unrecorded.onRoom(lanes::resume);
        return lanes;
    }

    @Bean
    LaneMeters laneMeters(MeterRegistry registry, Lanes lanes) {
        return new LaneMeters(registry, lanes);
    }

    @Bean
    CapacityMeters capacityMeters(
            MeterRegistry registry, Lanes lanes, OutcomeBuffer outcomes, PooledWebhookSender sender) {
        return new CapacityMeters(registry, lanes, outcomes, sender.figures());
    }

    @Bean
    SupervisedLoop parkSlow(
            Lanes lanes,
            ExecutorService laneThreads,
            OutcomeBuffer outcomes,
            LaneProperties properties,
            InstantSource clock) {
        OwnDelay ownDelay = new OwnDelay(laneThreads, System::nanoTime);
        ParkSlow parkSlow = new ParkSlow(lanes, ownDelay, outcomes, clock);
        return new SupervisedLoop(
                "park-slow",
                SupervisedLoop.repeating(properties.sweepInterval(), parkSlow::park),
                Phases.SOURCES,
                clock);
    }
}
