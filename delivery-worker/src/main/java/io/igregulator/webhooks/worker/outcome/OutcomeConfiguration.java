package io.igregulator.webhooks.worker.outcome;

import io.igregulator.webhooks.worker.degraded.Degradation;
import io.igregulator.webhooks.worker.degraded.WriteEpisodes;
import io.igregulator.webhooks.worker.loop.Phases;
import io.igregulator.webhooks.worker.loop.SupervisedLoop;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;

/** The outcome buffer and its writer. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(OutcomeProperties.class)
class OutcomeConfiguration {
    @Bean
    Unrecorded unrecorded(OutcomeProperties properties, InstantSource clock, MeterRegistry meters) {
        Unrecorded unrecorded = new Unrecorded(properties, clock);
        Gauge.builder("webhook.outcomes.unrecorded", unrecorded, Unrecorded::outcomes)
                .description("Outcomes not yet committed in PostgreSQL")
                .register(meters);
        TimeGauge.builder(
                        "webhook.outcomes.unrecorded.age",
                        unrecorded,
                        TimeUnit.MILLISECONDS,
                        waiting -> waiting.age().toMillis())
                .description("Age of the oldest outcome not yet committed in PostgreSQL")
                .register(meters);
        return unrecorded;
    }

    @Bean
    OutcomeBuffer outcomeBuffer(
            JdbcTemplate jdbc,
            PlatformTransactionManager transactions,
            WriteEpisodes episodes,
            Degradation degradation,
            OutcomeProperties properties,
            Unrecorded unrecorded,
            MeterRegistry meters,
            InstantSource clock) {
        return new OutcomeBuffer(
                new OutcomeWriter(jdbc, transactions, episodes, clock),
                degradation,
                new OutcomeMeters(meters),
                properties,
                unrecorded,
                clock);
    }

    @Bean
    SupervisedLoop outcomes(OutcomeBuffer buffer, InstantSource clock) {
        return new SupervisedLoop("outcomes", buffer, Phases.OUTCOMES, clock);
    }
}
