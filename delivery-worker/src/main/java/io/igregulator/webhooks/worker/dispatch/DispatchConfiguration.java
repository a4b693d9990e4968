package io.igregulator.webhooks.worker.dispatch;

import io.igregulator.webhooks.worker.deadletter.DeadLetters;
import io.igregulator.webhooks.worker.kafka.ConsumerSettings;
import io.igregulator.webhooks.worker.kafka.KafkaConnection;
import io.igregulator.webhooks.worker.lane.Lanes;
import io.igregulator.webhooks.worker.loop.Phases;
import io.igregulator.webhooks.worker.loop.SupervisedLoop;
import io.igregulator.webhooks.worker.outcome.OutcomeBuffer;
import io.igregulator.webhooks.worker.shard.AllShardListeners;
import io.igregulator.webhooks.worker.shard.ShardListener;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.ExecutorService;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The dispatch consumer and its thread. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DispatchProperties.class)
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
            InstantSource clock) {
        ConsumerSettings settings = ConsumerSettings.dispatch(kafka, Rebalance.MAX_POLLED, properties.consumer());
        if (settings.sessionTimeout()
                .filter(session -> properties.pulse().compareTo(session) >= 0)
                .isPresent()) {
            throw new IllegalArgumentException("webhooks.dispatch.pulse must be below the session timeout of "
                    + settings.sessionTimeout().orElseThrow());
        }
        return new DispatchLoop(
                () -> settings.create(new BodyDeserializer()),
                properties,
                lanes,
                new RedeliveryLookUp(new RecordedDeliveries(jdbc), lanes, laneThreads),
                outcomes,
                new UndecodableDeliveries(deadLetters),
                new AllShardListeners(shardListeners),
                clock);
    }

    @Bean
    SupervisedLoop dispatch(DispatchLoop loop, InstantSource clock) {
        return new SupervisedLoop("dispatch", loop, Phases.SOURCES, clock);
    }
}
