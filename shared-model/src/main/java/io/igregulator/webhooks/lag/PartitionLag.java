package io.igregulator.webhooks.lag;

import org.apache.kafka.common.TopicPartition;

/**
 * What a group has not committed yet of a partition.
 *
 * @param committed the group's offset, or the partition's beginning where it has committed none
 * @param end the offset of the partition's next record
 */
public record PartitionLag(String group, TopicPartition partition, long committed, long end) {
    /** As Kafka's own tools count them: markers and what compaction has removed are among them. */
    public long records() {
        return Math.max(0, end - committed);
    }
}
