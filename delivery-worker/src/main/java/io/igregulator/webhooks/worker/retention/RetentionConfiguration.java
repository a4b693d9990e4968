package io.igregulator.webhooks.worker.retention;

import io.igregulator.webhooks.loop.Phases;
import io.igregulator.webhooks.loop.SupervisedLoop;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** Puts retention together. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnBooleanProperty(name = "webhooks.retention.enabled", matchIfMissing = true)
class RetentionConfiguration {
    @Bean
    SupervisedLoop retention(
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            RetentionProperties properties,
            InstantSource clock,
            MeterRegistry meters) {
        RetentionSteps steps = new RetentionSteps(jdbc, transactions, properties, clock);
        Retention retention = new Retention(
                steps.inOrder(), new PartitionReader(jdbc), new RetentionMeters(meters, clock), properties.interval());
        return new SupervisedLoop("retention", SupervisedLoop.pausing(retention::round), Phases.SOURCES, clock);
    }
}
