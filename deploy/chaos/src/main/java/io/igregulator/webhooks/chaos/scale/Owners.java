package io.igregulator.webhooks.chaos.scale;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.common.TopicPartition;

/** Which member of its group each partition belongs to, over both groups. */
record Owners(Map<TopicPartition, String> members) {
    Owners {
        members = Map.copyOf(members);
    }

    /** The partitions that had the same owner before. */
    Set<TopicPartition> keptSince(Owners before) {
        return members.entrySet().stream()
                .filter(entry -> entry.getValue().equals(before.members().get(entry.getKey())))
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
    }

    int partitionsOf(String topic) {
        return Math.toIntExact(members.keySet().stream()
                .filter(partition -> partition.topic().equals(topic))
                .count());
    }

    long consumers() {
        return members.values().stream().distinct().count();
    }
}
