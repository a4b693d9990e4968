package io.igregulator.webhooks.worker.dispatch;

import io.igregulator.webhooks.topic.Topics;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * The partitions this consumer owns now. Changed by the poll thread only; {@link #shards}, {@link #partitionCount}, {@link
 * #paused} and {@link #behind} may be asked from any.
 */
final class OwnedPartitions {
    private final Map<TopicPartition, Assignment> owned = new ConcurrentHashMap<>();
    private volatile Set<Integer> shards = Set.of();
    private volatile int partitionCount;
    private volatile int paused;

    void add(Assignment assignment) {
        owned.put(assignment.partition(), assignment);
        publishShards();
    }

    void remove(Collection<TopicPartition> partitions) {
        owned.keySet().removeAll(partitions);
        publishShards();
    }

    /** The assignment a polled record belongs to; the consumer returns records of owned partitions only. */
    Assignment of(ConsumerRecord<?, ?> record) {
        return Objects.requireNonNull(
                owned.get(new TopicPartition(record.topic(), record.partition())), "record of a partition not owned");
    }

    /** Notes what Kafka confirmed; a partition that has left since is ignored. */
    void committed(Map<TopicPartition, OffsetAndMetadata> offsets) {
        offsets.forEach((partition, offset) -> {
            @Nullable Assignment assignment = owned.get(partition);
            if (assignment != null) {
                assignment.tracker().committed(offset.offset());
            }
        });
    }

    Collection<Assignment> all() {
        return owned.values();
    }

    List<Assignment> among(Collection<TopicPartition> partitions) {
        return owned.values().stream()
                .filter(assignment -> partitions.contains(assignment.partition()))
                .toList();
    }

    OptionalLong behind(int partition, long end) {
        Assignment assignment = owned.get(new TopicPartition(Topics.DELIVERIES, partition));
        return assignment == null
                ? OptionalLong.empty()
                : OptionalLong.of(assignment.tracker().behind(end));
    }

    Set<Integer> shards() {
        return shards;
    }

    /** How many partitions exist, owned by any worker; 0 until that is known. */
    int partitionCount() {
        return partitionCount;
    }

    void partitionCount(int partitions) {
        partitionCount = partitions;
    }

    /** How many of them are paused. */
    int paused() {
        return Math.min(paused, shards.size());
    }

    void paused(int partitions) {
        paused = partitions;
    }

    /** Commit metadata stays empty: what is longer than 127 bytes breaks lag tools. */
    static Map<TopicPartition, OffsetAndMetadata> committable(Collection<Assignment> assignments) {
        return assignments.stream()
                .collect(Collectors.toMap(
                        Assignment::partition,
                        assignment -> new OffsetAndMetadata(assignment.tracker().committable())));
    }

    private void publishShards() {
        shards = owned.keySet().stream().map(TopicPartition::partition).collect(Collectors.toUnmodifiableSet());
    }
}
