package io.igregulator.webhooks.worker.fanout;

import io.igregulator.webhooks.worker.kafka.GroupMeters;
import java.util.Collection;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.listener.ConsumerAwareRebalanceListener;

/**
 * The partitions that fan-out's consumers own, for its meters: asking the container for them would wait for a container that
 * is being stopped.
 */
final class FanoutPartitions implements ConsumerAwareRebalanceListener {
    private static final Logger log = LoggerFactory.getLogger(FanoutPartitions.class);

    private final GroupMeters meters;
    private final Set<TopicPartition> owned = ConcurrentHashMap.newKeySet();

    FanoutPartitions(GroupMeters meters) {
        this.meters = meters;
        meters.partitions("assigned", owned::size);
    }

    @Override
    public void onPartitionsAssigned(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        owned.addAll(partitions);
        meters.rebalanced();
        log.info("owns {} partitions, {} of them new", owned.size(), partitions.size());
    }

    @Override
    public void onPartitionsRevokedAfterCommit(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        partitions.forEach(owned::remove);
    }

    @Override
    public void onPartitionsLost(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        if (!partitions.isEmpty()) {
            meters.lost();
        }
        partitions.forEach(owned::remove);
    }
}
