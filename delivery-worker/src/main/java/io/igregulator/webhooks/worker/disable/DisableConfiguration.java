package io.igregulator.webhooks.worker.disable;

import io.igregulator.webhooks.audit.AuditWriter;
import io.igregulator.webhooks.loop.Phases;
import io.igregulator.webhooks.loop.SupervisedLoop;
import io.igregulator.webhooks.outbox.OutboxWriter;
import java.time.InstantSource;
import java.util.random.RandomGenerator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** The loop that looks for endpoints which have failed for a long time. */
@Configuration(proxyBeanMethods = false)
class DisableConfiguration {
    @Bean
    DisableEndpoint disableEndpoint(JdbcClient jdbc, RandomGenerator random) {
        return new DisableEndpoint(jdbc, new AuditWriter(jdbc), new OutboxWriter(jdbc), random);
    }

    @Bean
    SupervisedLoop disabling(
            JdbcClient jdbc,
            DisableEndpoint endpoints,
            PlatformTransactionManager transactions,
            DisableProperties properties,
            InstantSource clock) {
        DisableFailing failing =
                new DisableFailing(new FailingEndpoints(jdbc), endpoints, transactions, properties, clock);
        return new SupervisedLoop(
                "disabling", SupervisedLoop.every(properties.interval(), failing::tick), Phases.APART, clock);
    }
}
