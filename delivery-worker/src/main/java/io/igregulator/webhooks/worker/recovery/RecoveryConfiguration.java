package io.igregulator.webhooks.worker.recovery;

import io.igregulator.webhooks.loop.Phases;
import io.igregulator.webhooks.loop.SupervisedLoop;
import io.igregulator.webhooks.resend.ResendDeliveries;
import io.igregulator.webhooks.worker.retention.RetentionProperties;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** The loop that recoveries run in. */
@Configuration(proxyBeanMethods = false)
class RecoveryConfiguration {
    /** Listens to each measurement of lag. */
    @Bean
    SettledEvents settledEvents(JdbcClient jdbc) {
        return SettledEvents.of(jdbc);
    }

    @Bean
    SupervisedLoop recoveries(
            JdbcClient jdbc,
            SettledEvents settled,
            PlatformTransactionManager transactions,
            RecoveryProperties properties,
            RetentionProperties retention,
            MeterRegistry registry,
            InstantSource clock) {
        RecoveryMeters meters = new RecoveryMeters(registry);
        RecoveryStore store = new RecoveryStore(jdbc);
        RecoveryStep step = new RecoveryStep(
                store,
                new ResendDeliveries(jdbc),
                new RecoverMissed(store, jdbc, settled, retention.keep()),
                transactions,
                meters,
                properties,
                clock);
        RunRecoveries recoveries = new RunRecoveries(step, new CountRecoveries(store, meters, clock));
        return new SupervisedLoop(
                "recoveries", SupervisedLoop.every(properties.interval(), recoveries::tick), Phases.SOURCES, clock);
    }
}
