package io.igregulator.webhooks.worker.dispatch;

import io.igregulator.webhooks.event.Body;
import io.igregulator.webhooks.topic.Topics;
import io.igregulator.webhooks.worker.kafka.GroupMeters;
import io.igregulator.webhooks.worker.shard.ShardListener;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes partitions over and gives them up. Runs inside {@code poll}, so whatever it waits for the partitions that stay
 * wait for as well: it stops what has not started, gives the rest a moment to be recorded, commits and returns.
 */
final class Rebalance implements ConsumerRebalanceListener {
    private static final Logger log = LoggerFactory.getLogger(Rebalance.class);
    private static final long CHECK_NANOS = 5_000_000;
    /** A partition is paused after the poll that took it past its span, not before. */
    static final int MAX_POLLED = 500;

    private final Consumer<byte[], Body> consumer;
    private final OwnedPartitions owned;
    private final Completions completions;
    private final ShardListener shards;
    private final GroupMeters meters;
    private final DispatchProperties properties;
    private final InstantSource clock;

    Rebalance(
            Consumer<byte[], Body> consumer,
            OwnedPartitions owned,
            Completions completions,
            ShardListener shards,
            GroupMeters meters,
            DispatchProperties properties,
            InstantSource clock) {
        this.consumer = consumer;
        this.owned = owned;
        this.completions = completions;
        this.shards = shards;
        this.meters = meters;
        this.properties = properties;
        this.clock = clock;
    }

    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
        Map<TopicPartition, OffsetAndMetadata> committed = consumer.committed(new HashSet<>(partitions));
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        for (TopicPartition partition : partitions) {
            OffsetAndMetadata offset = committed.get(partition);
            long position = consumer.position(partition);
            owned.add(new Assignment(
                    partition,
                    new PartitionTracker(position, offset == null ? -1 : offset.offset()),
                    horizon(position, ends.getOrDefault(partition, Long.MAX_VALUE))));
        }
        owned.partitionCount(consumer.partitionsFor(Topics.DELIVERIES).size());
        shards.acquired(shardsOf(partitions));
        meters.rebalanced();
        log.info("owns {} partitions, {} of them new", owned.all().size(), partitions.size());
    }

    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
        List<Assignment> leaving = owned.among(partitions);
        if (leaving.isEmpty()) {
            return;
        }
        leaving.forEach(Assignment::close);
        waitForOutcomes(leaving);
        try {
            consumer.commitSync(OwnedPartitions.committable(leaving));
        } catch (KafkaException e) {
            log.warn("commit on revocation failed; the next owner repeats what was not committed: {}", e.toString());
        }
        end(leaving);
    }

    /** The partitions may already be another's: their outcomes are still written, their offsets are not ours to commit. */
    @Override
    public void onPartitionsLost(Collection<TopicPartition> partitions) {
        if (!partitions.isEmpty()) {
            meters.lost();
        }
        end(owned.among(partitions));
    }

    void endAll() {
        end(List.copyOf(owned.all()));
    }

    private void end(List<Assignment> leaving) {
        List<TopicPartition> partitions =
                leaving.stream().map(Assignment::partition).toList();
        leaving.forEach(Assignment::end);
        owned.remove(partitions);
        shards.released(shardsOf(partitions));
    }

    /** An earlier owner got no further than the partition's end, nor than its span allowed. */
    private long horizon(long position, long end) {
        return Math.min(end, position + properties.maxSpan() + MAX_POLLED);
    }

    private static Set<Integer> shardsOf(Collection<TopicPartition> partitions) {
        return partitions.stream().map(TopicPartition::partition).collect(Collectors.toUnmodifiableSet());
    }

    private void waitForOutcomes(List<Assignment> leaving) {
        Instant deadline = clock.instant().plus(properties.revokeWait());
        completions.apply();
        while (leaving.stream().anyMatch(assignment -> assignment.tracker().openCount() > 0)
                && clock.instant().isBefore(deadline)) {
            LockSupport.parkNanos(CHECK_NANOS);
            completions.apply();
        }
    }
}
