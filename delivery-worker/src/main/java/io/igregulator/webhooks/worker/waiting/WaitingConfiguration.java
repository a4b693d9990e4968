package io.igregulator.webhooks.worker.waiting;

import io.igregulator.webhooks.database.DedicatedSessions;
import io.igregulator.webhooks.worker.breaker.Circuits;
import io.igregulator.webhooks.worker.dispatch.DispatchLoop;
import io.igregulator.webhooks.worker.lane.Lanes;
import io.igregulator.webhooks.worker.loop.Phases;
import io.igregulator.webhooks.worker.loop.SupervisedLoop;
import io.igregulator.webhooks.worker.outcome.OutcomeBuffer;
import io.igregulator.webhooks.worker.retry.RetryProperties;
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
    WorkerLock workerLock(DedicatedSessions sessions) {
        return new WorkerLock(sessions);
    }

    /** From before the first claim until after the last outcome. */
    @Bean
    SupervisedLoop workerLockLoop(WorkerLock lock, InstantSource clock) {
        return new SupervisedLoop("worker-lock", lock, Phases.OUTCOMES, clock);
    }

    @Bean
    FreeOrphans freeOrphans(
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            WorkerLock lock,
            WaitingProperties properties,
            InstantSource clock) {
        return new FreeOrphans(jdbc, transactions, lock::held, properties.lease(), clock);
    }

    @Bean
    DuePoller duePoller(
            FreeOrphans orphans,
            WorkerLock lock,
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            DispatchLoop dispatch,
            Circuits circuits,
            Lanes lanes,
            OutcomeBuffer outcomes,
            WaitingProperties properties,
            InstantSource clock) {
        ClaimDue claims = new ClaimDue(
                jdbc,
                transactions,
                new PlaceQueues(jdbc, dispatch::partitions),
                new ClaimBook(jdbc, lock::held),
                properties,
                clock);
        TakeTurns turns = new TakeTurns(circuits, lanes, properties.deliveriesPerPlace(), clock);
        return new DuePoller(orphans, claims, dispatch::shards, turns, lanes, outcomes, properties, clock);
    }

    @Bean
    SupervisedLoop due(DuePoller poller, InstantSource clock) {
        return new SupervisedLoop("due", poller, Phases.SOURCES, clock);
    }

    @Bean
    SupervisedLoop expiry(JdbcClient jdbc, RetryProperties retry, WaitingProperties properties, InstantSource clock) {
        ExpireWaiting expiry = new ExpireWaiting(jdbc, retry.maxAge(), properties.expiryInterval(), clock);
        return new SupervisedLoop("expiry", expiry, Phases.SOURCES, clock);
    }
}
