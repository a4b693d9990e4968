package io.igregulator.webhooks.worker.fanout;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.event.ListenerContainerPartitionIdleEvent;
import org.springframework.kafka.listener.BatchConsumerAwareMessageListener;
import org.springframework.kafka.listener.BatchMessageListener;

/**
 * Commits where the consumer stands in partitions that are quiet. The container commits the offset behind the last record;
 * a transaction's marker, aborted records and offsets without a record come after it, and would be lag for ever. So would a
 * commit that failed before its partition fell silent.
 */
final class CommitPositions implements BatchConsumerAwareMessageListener<byte[], byte[]> {
    private static final Logger log = LoggerFactory.getLogger(CommitPositions.class);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final BatchMessageListener<byte[], byte[]> listener;
    // Those whose last batch has not gone through: their positions are beyond what is done.
    private final Set<Consumer<?, ?>> unfinished = ConcurrentHashMap.newKeySet();
    private final Map<TopicPartition, Long> settled = new ConcurrentHashMap<>();

    CommitPositions(BatchMessageListener<byte[], byte[]> listener) {
        this.listener = listener;
    }

    @Override
    public void onMessage(List<ConsumerRecord<byte[], byte[]>> records, @Nullable Consumer<?, ?> consumer) {
        Consumer<?, ?> current = Objects.requireNonNull(consumer, "consumer");
        unfinished.add(current);
        listener.onMessage(records);
        unfinished.remove(current);
    }

    /** On the consumer's own thread. */
    void quiet(ListenerContainerPartitionIdleEvent event) {
        Consumer<?, ?> consumer = event.getConsumer();
        if (unfinished.contains(consumer)) {
            return;
        }
        try {
            settle(consumer, event.getTopicPartition());
        } catch (KafkaException e) {
            log.debug("the position in {} is committed later: {}", event.getTopicPartition(), e.toString());
        }
    }

    private void settle(Consumer<?, ?> consumer, TopicPartition partition) {
        Long position = consumer.position(partition, PATIENCE);
        if (position.equals(settled.get(partition))) {
            return;
        }
        // Asked instead of remembered: what the container still had to commit may have come after ours.
        OffsetAndMetadata committed =
                consumer.committed(Set.of(partition), PATIENCE).get(partition);
        if (committed != null && committed.offset() >= position) {
            settled.put(partition, position);
        } else {
            consumer.commitSync(Map.of(partition, new OffsetAndMetadata(position)), PATIENCE);
        }
    }
}
