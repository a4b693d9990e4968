package io.igregulator.webhooks.worker.dispatch;

import io.igregulator.webhooks.loop.LoopHealth;
import io.igregulator.webhooks.loop.Phases;
import io.igregulator.webhooks.loop.StuckAfter;
import io.igregulator.webhooks.loop.SupervisedLoop;
import io.igregulator.webhooks.settings.ConflictingSettingsException;
import io.igregulator.webhooks.topic.ConsumerGroups;
import io.igregulator.webhooks.worker.deadletter.DeadLetters;
import io.igregulator.webhooks.worker.kafka.ClientMeters;
import io.igregulator.webhooks.worker.kafka.ConsumerSettings;
import io.igregulator.webhooks.worker.kafka.GroupMeters;
import io.igregulator.webhooks.worker.kafka.KafkaConnection;
import io.igregulator.webhooks.worker.lane.Lanes;
import io.igregulator.webhooks.worker.outcome.OutcomeBuffer;
import io.igregulator.webhooks.worker.shard.AllShardListeners;
import io.igregulator.webhooks.worker.shard.ShardListener;
import io.igregulator.webhooks.worker.trace.TraceProperties;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.ExecutorService;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The dispatch consumer and its thread. */
@Configuration(proxyBeanMethods = false)
class DispatchConfiguration {
    @Bean
    DispatchLoop dispatchLoop(
            KafkaConnection kafka,
            DispatchProperties properties,
            Lanes lanes,
            OutcomeBuffer outcomes,
            DeadLetters deadLetters,
            List<ShardListener> shardListeners,
            JdbcClient jdbc,
            ExecutorService laneThreads,
            ClientMeters clients,
            MeterRegistry registry,
            TraceProperties tracing,
            InstantSource clock) {
        ConsumerSettings settings = ConsumerSettings.dispatch(kafka, Rebalance.MAX_POLLED, properties.consumer());
        settings.sessionTimeout()
                .ifPresent(session -> ConflictingSettingsException.unless(
                        properties.pulse().compareTo(session) < 0,
                        "webhooks.dispatch.pulse (%s) must be below webhooks.dispatch.consumer.session.timeout.ms (%s)"
                                .formatted(properties.pulse(), session)));
        return new DispatchLoop(
                () -> settings.create(new BodyDeserializer()),
                new DecodeDeliveries(tracing.enabled()),
                properties,
                lanes,
                new SkipRecorded(new RecordedDeliveries(jdbc), lanes, laneThreads),
                outcomes,
                new UndecodableDeliveries(deadLetters),
                new AllShardListeners(shardListeners),
                new GroupMeters(registry, ConsumerGroups.DISPATCH),
                clients,
                clock);
    }

    @Bean
    SupervisedLoop dispatch(DispatchLoop loop, InstantSource clock) {
        return new SupervisedLoop("dispatch", loop, Phases.SOURCES, clock);
    }

    @Bean
    HealthIndicator dispatchHealthIndicator(@Qualifier("dispatch") SupervisedLoop loop, StuckAfter limit) {
        return new LoopHealth(loop, limit);
    }

    @Bean
    StuckAfter stuckAfter(DispatchProperties properties) {
        return new StuckAfter(properties.stuckAfter());
    }
}
