package io.igregulator.webhooks.worker.metrics;

import org.apache.kafka.common.TopicPartition;

/**
 * How many records of a partition a group has not committed yet.
 *
 * @param end the offset of the partition's next record
 */
record PartitionLag(String group, TopicPartition partition, long records, long end) {}
