package io.igregulator.webhooks.worker.breaker;

import io.igregulator.webhooks.worker.loop.Phases;
import io.igregulator.webhooks.worker.loop.SupervisedLoop;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Circuits, and what keeps their state in PostgreSQL. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(BreakerProperties.class)
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
            BreakerProperties properties, InstantSource clock, WriteCircuits writeCircuits, MeterRegistry meters) {
        Circuits circuits = new Circuits(properties, clock, writeCircuits);
        gauge("open", meters, circuits);
        gauge("half_open", meters, circuits);
        return circuits;
    }

    @Bean
    HandOverCircuits handOverCircuits(JdbcClient jdbc, Circuits circuits) {
        return new HandOverCircuits(new CircuitStore(jdbc), circuits);
    }

    private static void gauge(String state, MeterRegistry meters, Circuits circuits) {
        Gauge.builder("webhook.circuits", circuits, c -> state.equals("open") ? c.open() : c.halfOpen())
                .tag("state", state)
                .description("Endpoints of this worker whose circuit is not closed")
                .register(meters);
    }
}
