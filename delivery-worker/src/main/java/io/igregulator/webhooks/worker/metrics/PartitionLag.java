package io.igregulator.webhooks.worker.metrics;

import org.apache.kafka.common.TopicPartition;

/** How many records of a partition a group has not committed yet. */
record PartitionLag(String group, TopicPartition partition, long records) {}
