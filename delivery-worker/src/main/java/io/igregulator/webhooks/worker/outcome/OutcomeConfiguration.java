package io.igregulator.webhooks.worker.outcome;

import io.igregulator.webhooks.loop.LoopHealth;
import io.igregulator.webhooks.loop.Phases;
import io.igregulator.webhooks.loop.StuckAfter;
import io.igregulator.webhooks.loop.SupervisedLoop;
import io.igregulator.webhooks.worker.degraded.Degradation;
import io.igregulator.webhooks.worker.degraded.WriteEpisodes;
import io.igregulator.webhooks.worker.disable.DisableEndpoint;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;

/** The outcome buffer and its writer. */
@Configuration(proxyBeanMethods = false)
class OutcomeConfiguration {
    @Bean
    Unrecorded unrecorded(OutcomeProperties properties, InstantSource clock) {
        return new Unrecorded(properties, clock);
    }

    @Bean
    UnrecordedMeters unrecordedMeters(MeterRegistry registry, Unrecorded unrecorded) {
        return new UnrecordedMeters(registry, unrecorded);
    }

    @Bean
    ResultMeters resultMeters(MeterRegistry registry) {
        return new ResultMeters(registry);
    }

    @Bean
    OutcomeBuffer outcomeBuffer(
            JdbcTemplate jdbc,
            PlatformTransactionManager transactions,
            WriteEpisodes episodes,
            DisableEndpoint disable,
            Degradation degradation,
            OutcomeProperties properties,
            Unrecorded unrecorded,
            MeterRegistry meters,
            ResultMeters results,
            InstantSource clock) {
        return new OutcomeBuffer(
                new OutcomeWriter(jdbc, transactions, episodes, disable, clock),
                degradation,
                new OutcomeMeters(meters, results),
                properties,
                unrecorded,
                clock);
    }

    @Bean
    SupervisedLoop outcomes(OutcomeBuffer buffer, InstantSource clock) {
        return new SupervisedLoop("outcomes", buffer, Phases.OUTCOMES, clock);
    }

    @Bean
    HealthIndicator outcomesHealthIndicator(@Qualifier("outcomes") SupervisedLoop loop, StuckAfter limit) {
        return new LoopHealth(loop, limit);
    }
}
