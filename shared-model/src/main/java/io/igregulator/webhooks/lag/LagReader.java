package io.igregulator.webhooks.lag;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/**
 * Asks Kafka for each group's lag: the end of a partition less what is committed, as Kafka's own tools count it, or less
 * its beginning where nothing is, since the groups start there.
 */
final class LagReader {
    private final Admin admin;
    private final List<GroupTopics> groups;

    LagReader(Admin admin, List<GroupTopics> groups) {
        this.admin = admin;
        this.groups = List.copyOf(groups);
    }

    List<PartitionLag> read() throws ExecutionException, InterruptedException {
        List<PartitionLag> lags = new ArrayList<>();
        for (GroupTopics group : groups) {
            lags.addAll(lagsOf(group));
        }
        return lags;
    }

    private List<PartitionLag> lagsOf(GroupTopics group) throws ExecutionException, InterruptedException {
        List<TopicPartition> partitions = partitionsOf(group.topics());
        // Committed before end: what arrives in between may count too many, never below zero.
        Map<TopicPartition, Long> starts = offsets(partitions, OffsetSpec.earliest());
        starts.putAll(committedBy(group.group()));
        Map<TopicPartition, Long> ends = offsets(partitions, OffsetSpec.latest());
        return partitions.stream()
                .map(partition ->
                        new PartitionLag(group.group(), partition, get(starts, partition), get(ends, partition)))
                .toList();
    }

    /** A topic that does not exist has no partitions, and nothing in them. */
    private List<TopicPartition> partitionsOf(List<String> topics) throws ExecutionException, InterruptedException {
        List<TopicPartition> partitions = new ArrayList<>();
        for (KafkaFuture<TopicDescription> answer :
                admin.describeTopics(topics).topicNameValues().values()) {
            try {
                TopicDescription topic = answer.get();
                topic.partitions().forEach(p -> partitions.add(new TopicPartition(topic.name(), p.partition())));
            } catch (ExecutionException e) {
                if (!(e.getCause() instanceof UnknownTopicOrPartitionException)) {
                    throw e;
                }
            }
        }
        return partitions;
    }

    private Map<TopicPartition, Long> committedBy(String group) throws ExecutionException, InterruptedException {
        Map<TopicPartition, Long> committed = new HashMap<>();
        try {
            Map<TopicPartition, OffsetAndMetadata> offsets = admin.listConsumerGroupOffsets(group)
                    .partitionsToOffsetAndMetadata()
                    .get();
            offsets.forEach((partition, offset) -> {
                // Null for a partition whose commit has expired.
                if (offset != null) {
                    committed.put(partition, offset.offset());
                }
            });
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof GroupIdNotFoundException)) {
                throw e;
            }
        }
        return committed;
    }

    private Map<TopicPartition, Long> offsets(List<TopicPartition> partitions, OffsetSpec which)
            throws ExecutionException, InterruptedException {
        var answers = admin.listOffsets(partitions.stream().collect(Collectors.toMap(Function.identity(), p -> which)))
                .all()
                .get();
        Map<TopicPartition, Long> offsets = HashMap.newHashMap(answers.size());
        answers.forEach((partition, answer) -> offsets.put(partition, answer.offset()));
        return offsets;
    }

    private static long get(Map<TopicPartition, Long> offsets, TopicPartition partition) {
        Long offset = offsets.get(partition);
        if (offset == null) {
            throw new IllegalStateException("Kafka answered without " + partition);
        }
        return offset;
    }
}
