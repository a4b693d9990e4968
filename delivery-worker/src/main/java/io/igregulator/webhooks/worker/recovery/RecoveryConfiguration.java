package io.igregulator.webhooks.worker.recovery;

import io.igregulator.webhooks.resend.ResendDeliveries;
import io.igregulator.webhooks.worker.loop.Phases;
import io.igregulator.webhooks.worker.loop.SupervisedLoop;
import java.time.InstantSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** The loop that recoveries run in. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(RecoveryProperties.class)
class RecoveryConfiguration {
    @Bean
    SupervisedLoop recoveries(
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            RecoveryProperties properties,
            InstantSource clock) {
        RecoveryStep step =
                new RecoveryStep(new RecoveryStore(jdbc), new ResendDeliveries(jdbc), transactions, properties, clock);
        return new SupervisedLoop("recoveries", new RunRecoveries(step, properties.interval()), Phases.SOURCES, clock);
    }
}
