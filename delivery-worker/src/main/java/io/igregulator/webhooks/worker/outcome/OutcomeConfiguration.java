package io.igregulator.webhooks.worker.outcome;

import io.igregulator.webhooks.worker.degraded.Degradation;
import io.igregulator.webhooks.worker.degraded.WriteEpisodes;
import io.igregulator.webhooks.worker.loop.Phases;
import io.igregulator.webhooks.worker.loop.SupervisedLoop;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.transaction.PlatformTransactionManager;

/** The outcome buffer and its writer. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(OutcomeProperties.class)
class OutcomeConfiguration {
    @Bean
    OutcomeBuffer outcomeBuffer(
            JdbcOperations jdbc,
            PlatformTransactionManager transactions,
            WriteEpisodes episodes,
            Degradation degradation,
            OutcomeProperties properties,
            MeterRegistry meters,
            InstantSource clock) {
        OutcomeBuffer buffer = new OutcomeBuffer(
                new OutcomeWriter(jdbc, transactions, episodes, clock),
                degradation,
                new OutcomeMeters(meters),
                properties);
        Gauge.builder("webhook.outcomes.unrecorded", buffer, OutcomeBuffer::unrecorded)
                .description("Outcomes not yet committed in PostgreSQL")
                .register(meters);
        return buffer;
    }

    @Bean
    SupervisedLoop outcomes(OutcomeBuffer buffer, InstantSource clock) {
        return new SupervisedLoop("outcomes", buffer, Phases.OUTCOMES, clock);
    }
}
