package io.igregulator.webhooks.local.smoke;

import io.igregulator.webhooks.stack.CommandFailure;
import io.igregulator.webhooks.topic.ConsumerGroups;
import io.igregulator.webhooks.topic.Topics;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** Consumer lag as Kafka's own tools compute it. */
final class Lag implements AutoCloseable {
    private final Admin admin;

    Lag(String bootstrapServers) {
        this.admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers));
    }

    /** Records that one of the two groups has yet to finish. */
    long total() {
        return of(ConsumerGroups.FANOUT, Topics.DOMAIN) + of(ConsumerGroups.DISPATCH, List.of(Topics.DELIVERIES));
    }

    long recordsIn(String topic) {
        return sum(ends(List.of(topic)).values());
    }

    private long of(String group, Collection<String> topics) {
        Map<TopicPartition, @Nullable OffsetAndMetadata> committed = committed(group);
        long lag = 0;
        for (var end : ends(topics).entrySet()) {
            OffsetAndMetadata done = committed.get(end.getKey());
            lag += end.getValue().offset() - (done == null ? 0 : done.offset());
        }
        return lag;
    }

    private Map<TopicPartition, @Nullable OffsetAndMetadata> committed(String group) {
        try {
            return new HashMap<>(admin.listConsumerGroupOffsets(group)
                    .partitionsToOffsetAndMetadata()
                    .get());
        } catch (ExecutionException | InterruptedException e) {
            throw failed(e);
        }
    }

    private Map<TopicPartition, ListOffsetsResultInfo> ends(Collection<String> topics) {
        try {
            var latest = new HashMap<TopicPartition, OffsetSpec>();
            for (var topic : admin.describeTopics(topics).allTopicNames().get().values()) {
                topic.partitions()
                        .forEach(partition -> latest.put(
                                new TopicPartition(topic.name(), partition.partition()), OffsetSpec.latest()));
            }
            return admin.listOffsets(latest).all().get();
        } catch (ExecutionException | InterruptedException e) {
            throw failed(e);
        }
    }

    private static long sum(Collection<ListOffsetsResultInfo> ends) {
        return ends.stream().mapToLong(ListOffsetsResultInfo::offset).sum();
    }

    private static CommandFailure failed(Exception e) {
        if (e instanceof InterruptedException) {
            Thread.currentThread().interrupt();
        }
        return new CommandFailure("Kafka does not report its offsets.", e);
    }

    @Override
    public void close() {
        admin.close();
    }
}
