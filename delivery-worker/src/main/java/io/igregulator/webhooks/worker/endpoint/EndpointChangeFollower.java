package io.igregulator.webhooks.worker.endpoint;

import io.igregulator.webhooks.loop.SupervisedLoop;
import io.igregulator.webhooks.topic.EndpointChange;
import io.igregulator.webhooks.topic.Topics;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows {@code webhook.endpoints} from its end and evicts what changed. Every worker reads every partition, so it joins
 * no group; what it misses while away is caught by the version in each record and the cache's age limit.
 */
final class EndpointChangeFollower implements SupervisedLoop.Body {
    private static final Logger log = LoggerFactory.getLogger(EndpointChangeFollower.class);
    private static final Duration POLL = Duration.ofMillis(500);

    private final Supplier<Consumer<byte[], byte[]>> consumers;
    private final EndpointSnapshots snapshots;

    EndpointChangeFollower(Supplier<Consumer<byte[], byte[]>> consumers, EndpointSnapshots snapshots) {
        this.consumers = consumers;
        this.snapshots = snapshots;
    }

    @Override
    public void run(SupervisedLoop.Signal signal) {
        try (Consumer<byte[], byte[]> consumer = consumers.get()) {
            List<TopicPartition> partitions = consumer.partitionsFor(Topics.ENDPOINT_CHANGES).stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToEnd(partitions);
            // Seeking is lazy. What changed before the ends, say while this loop was failing, is not read any more.
            partitions.forEach(consumer::position);
            snapshots.evictAll();
            while (signal.running()) {
                consumer.poll(POLL).forEach(this::evict);
                signal.alive();
            }
        }
    }

    private void evict(ConsumerRecord<byte[], byte[]> changed) {
        try {
            EndpointChange change = EndpointChange.fromJson(changed.value());
            snapshots.evictOlderThan(change.endpoint(), change.version());
        } catch (IllegalArgumentException e) {
            log.warn("ignored an unreadable endpoint change at {}-{}", changed.partition(), changed.offset());
        }
    }
}
