package io.igregulator.webhooks.worker.fanout;

import io.igregulator.webhooks.topic.ConsumerGroups;
import io.igregulator.webhooks.topic.Topics;
import java.time.Duration;
import java.util.Map;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.event.ListenerContainerIdleEvent;
import org.springframework.kafka.event.ListenerContainerPartitionIdleEvent;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import org.springframework.kafka.listener.ContainerProperties;
import org.springframework.kafka.listener.ContainerProperties.AckMode;
import org.springframework.kafka.listener.DefaultErrorHandler;

/** Makes the listener container: commits twice a second what is done, repeats a failed batch for ever, skips nothing. */
final class FanoutContainer {
    private static final Duration SIGN_OF_LIFE_WITHOUT_RECORDS = Duration.ofSeconds(5);
    private static final int QUIET_COMMITS = 4;
    private static final Duration AUTHORIZATION_RETRY = Duration.ofSeconds(10);

    private FanoutContainer() {}

    static ConcurrentMessageListenerContainer<byte[], byte[]> of(
            ConsumerFactory<byte[], byte[]> consumers,
            FanoutListener listener,
            BatchFailures failures,
            FanoutProgress progress,
            FanoutPartitions partitions,
            FanoutProperties properties) {
        var positions = new CommitPositions(listener);
        var settings = containerProperties(positions, properties);
        settings.setConsumerRebalanceListener(partitions);
        var container = new ConcurrentMessageListenerContainer<>(consumers, settings);
        container.setBeanName("fanout");
        container.setConcurrency(properties.concurrency());
        container.setCommonErrorHandler(errorHandler(failures, properties));
        container.setApplicationEventPublisher(event -> {
            if (event instanceof ListenerContainerIdleEvent) {
                progress.idle();
            } else if (event instanceof ListenerContainerPartitionIdleEvent partition) {
                positions.quiet(partition);
            }
        });
        return container;
    }

    private static ContainerProperties containerProperties(CommitPositions listener, FanoutProperties properties) {
        var settings = new ContainerProperties(Topics.DOMAIN.toArray(String[]::new));
        settings.setGroupId(ConsumerGroups.FANOUT);
        settings.setClientId(ConsumerGroups.FANOUT);
        settings.setMessageListener(listener);
        // At low rates one commit per batch is a fifth of Kafka's work, and a batch that is done twice is harmless.
        settings.setAckMode(AckMode.TIME);
        settings.setAckTime(properties.commitDelay().toMillis());
        // Commits are looked after between polls.
        settings.setPollTimeout(Math.min(properties.commitDelay().toMillis(), SIGN_OF_LIFE_WITHOUT_RECORDS.toMillis()));
        // By then the container has committed what was done in the partition before.
        settings.setIdlePartitionEventInterval(
                properties.commitDelay().multipliedBy(QUIET_COMMITS).toMillis());
        settings.setIdleEventInterval(SIGN_OF_LIFE_WITHOUT_RECORDS.toMillis());
        settings.setAuthExceptionRetryInterval(AUTHORIZATION_RETRY);
        return settings;
    }

    private static DefaultErrorHandler errorHandler(BatchFailures failures, FanoutProperties properties) {
        var handler = new DefaultErrorHandler(properties.backOff());
        // By default some exceptions count as fatal and their records are skipped.
        handler.setClassifications(Map.of(), true);
        handler.setRetryListeners(failures);
        return handler;
    }
}
