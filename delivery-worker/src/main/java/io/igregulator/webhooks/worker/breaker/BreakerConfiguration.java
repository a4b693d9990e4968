package io.igregulator.webhooks.worker.breaker;

import io.igregulator.webhooks.loop.Phases;
import io.igregulator.webhooks.loop.SupervisedLoop;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Circuits, and what keeps their state in PostgreSQL. */
@Configuration(proxyBeanMethods = false)
class BreakerConfiguration {
    @Bean
    WriteCircuits writeCircuits(JdbcClient jdbc) {
        return new WriteCircuits(new CircuitStore(jdbc));
    }

    @Bean
    SupervisedLoop circuitWriter(WriteCircuits writeCircuits, InstantSource clock) {
        return new SupervisedLoop("circuits", writeCircuits, Phases.OUTCOMES, clock);
    }

    @Bean
    Circuits circuits(
            BreakerProperties properties, InstantSource clock, WriteCircuits writeCircuits, MeterRegistry registry) {
        return new Circuits(properties, clock, writeCircuits.andThen(new TransitionMeters(registry)));
    }

    @Bean
    BreakerMeters breakerMeters(MeterRegistry registry, Circuits circuits) {
        return new BreakerMeters(registry, circuits);
    }

    @Bean
    HandOverCircuits handOverCircuits(JdbcClient jdbc, Circuits circuits) {
        return new HandOverCircuits(new CircuitStore(jdbc), circuits);
    }
}
