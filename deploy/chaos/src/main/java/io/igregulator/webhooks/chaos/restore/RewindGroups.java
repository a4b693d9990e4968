package io.igregulator.webhooks.chaos.restore;

import io.igregulator.webhooks.stack.CommandFailure;
import io.igregulator.webhooks.topic.ConsumerGroups;
import io.igregulator.webhooks.topic.Topics;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/** What {@code kafka-consumer-groups --reset-offsets --to-datetime} does, for both groups; they must have no members. */
final class RewindGroups {
    private RewindGroups() {}

    static void to(Instant time, String bootstrapServers) {
        try (Admin admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers))) {
            rewind(admin, ConsumerGroups.FANOUT, Topics.DOMAIN, time);
            rewind(admin, ConsumerGroups.DISPATCH, List.of(Topics.DELIVERIES), time);
        } catch (ExecutionException e) {
            throw new CommandFailure("Cannot reset the offsets: " + e.getCause(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void rewind(Admin admin, String group, Collection<String> topics, Instant time)
            throws ExecutionException, InterruptedException {
        var atTime = new HashMap<TopicPartition, OffsetSpec>();
        var atEnd = new HashMap<TopicPartition, OffsetSpec>();
        for (var topic : admin.describeTopics(topics).allTopicNames().get().values()) {
            topic.partitions().forEach(info -> {
                var partition = new TopicPartition(topic.name(), info.partition());
                atTime.put(partition, OffsetSpec.forTimestamp(time.toEpochMilli()));
                atEnd.put(partition, OffsetSpec.latest());
            });
        }
        var ends = admin.listOffsets(atEnd).all().get();
        var offsets = new HashMap<TopicPartition, OffsetAndMetadata>();
        admin.listOffsets(atTime).all().get().forEach((partition, found) -> {
            var end = ends.get(partition);
            // Nothing is that young.
            long offset = found.offset() < 0 && end != null ? end.offset() : found.offset();
            offsets.put(partition, new OffsetAndMetadata(offset));
        });
        admin.alterConsumerGroupOffsets(group, offsets).all().get();
    }
}
