package io.igregulator.webhooks.worker.waiting;

import io.igregulator.webhooks.worker.dispatch.DispatchLoop;
import io.igregulator.webhooks.worker.lane.Lanes;
import io.igregulator.webhooks.worker.loop.Phases;
import io.igregulator.webhooks.worker.loop.SupervisedLoop;
import io.igregulator.webhooks.worker.outcome.OutcomeBuffer;
import java.time.InstantSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** The poller of due deliveries and its thread. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(WaitingProperties.class)
class WaitingConfiguration {
    @Bean
    DuePoller duePoller(
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            DispatchLoop dispatch,
            Lanes lanes,
            OutcomeBuffer outcomes,
            WaitingProperties properties,
            InstantSource clock) {
        ClaimDue claims = new ClaimDue(jdbc, transactions, properties, clock);
        return new DuePoller(claims, dispatch::shards, lanes, outcomes, properties, clock);
    }

    @Bean
    SupervisedLoop due(DuePoller poller, InstantSource clock) {
        return new SupervisedLoop("due", poller, Phases.SOURCES, clock);
    }
}
