package io.igregulator.webhooks.worker.waiting;

import io.igregulator.webhooks.database.DedicatedSessions;
import io.igregulator.webhooks.loop.LoopHealth;
import io.igregulator.webhooks.loop.Phases;
import io.igregulator.webhooks.loop.StuckAfter;
import io.igregulator.webhooks.loop.SupervisedLoop;
import io.igregulator.webhooks.worker.breaker.Circuits;
import io.igregulator.webhooks.worker.dispatch.DispatchLoop;
import io.igregulator.webhooks.worker.lane.Lanes;
import io.igregulator.webhooks.worker.outcome.OutcomeBuffer;
import io.igregulator.webhooks.worker.outcome.ResultMeters;
import io.igregulator.webhooks.worker.retry.RetryProperties;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** The poller of due deliveries and its thread. */
@Configuration(proxyBeanMethods = false)
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
        return new DuePoller(orphans, claims, dispatch::shards, turns, lanes, outcomes, clock);
    }

    @Bean
    SupervisedLoop due(DuePoller poller, WaitingProperties properties, InstantSource clock) {
        return new SupervisedLoop(
                "due", SupervisedLoop.every(properties.pollInterval(), poller::tick), Phases.SOURCES, clock);
    }

    @Bean
    HealthIndicator dueHealthIndicator(@Qualifier("due") SupervisedLoop loop, StuckAfter limit) {
        return new LoopHealth(loop, limit);
    }

    @Bean
    SupervisedLoop expiry(
            JdbcClient jdbc,
            RetryProperties retry,
            WaitingProperties properties,
            ResultMeters results,
            InstantSource clock) {
        ExpireWaiting expiry = new ExpireWaiting(jdbc, retry.maxAge(), results, clock);
        return new SupervisedLoop(
                "expiry", SupervisedLoop.every(properties.expiryInterval(), expiry::tick), Phases.SOURCES, clock);
    }

    @Bean
    SupervisedLoop oldestDue(
            JdbcClient jdbc, WaitingProperties properties, InstantSource clock, MeterRegistry registry) {
        OldestDue oldest = new OldestDue(jdbc, new WaitingMeters(registry), clock);
        return new SupervisedLoop(
                "oldest-due",
                SupervisedLoop.repeating(properties.oldestDueInterval(), oldest::measure),
                Phases.SOURCES,
                clock);
    }
}
