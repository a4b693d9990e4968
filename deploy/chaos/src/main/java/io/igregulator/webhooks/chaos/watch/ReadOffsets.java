package io.igregulator.webhooks.chaos.watch;

import io.igregulator.webhooks.topic.ConsumerGroups;
import io.igregulator.webhooks.topic.Topics;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** Reads committed and end offsets as Kafka's own tools do. */
public final class ReadOffsets implements AutoCloseable {
    private static final int PATIENCE_MILLIS = 3_000;

    private final Admin admin;
    private final InstantSource clock;

    public ReadOffsets(String bootstrapServers, InstantSource clock) {
        this.clock = clock;
        this.admin = Admin.create(Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers,
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG,
                PATIENCE_MILLIS,
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                PATIENCE_MILLIS,
                AdminClientConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG,
                500));
    }

    /** Nothing while Kafka does not answer. */
    public Optional<Offsets> read() {
        Instant askedAt = clock.instant();
        try {
            var fannedOut = committed(ConsumerGroups.FANOUT);
            var dispatched = committed(ConsumerGroups.DISPATCH);
            long fanoutLag = lag(Topics.DOMAIN, fannedOut);
            long dispatchLag = lag(List.of(Topics.DELIVERIES), dispatched);
            return Optional.of(new Offsets(askedAt, clock.instant(), fannedOut, fanoutLag, dispatchLag));
        } catch (ExecutionException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private Map<TopicPartition, Long> committed(String group) throws ExecutionException, InterruptedException {
        Map<TopicPartition, @Nullable OffsetAndMetadata> answered = new HashMap<>(admin.listConsumerGroupOffsets(group)
                .partitionsToOffsetAndMetadata()
                .get());
        var offsets = new HashMap<TopicPartition, Long>();
        answered.forEach((partition, committed) -> {
            if (committed != null) {
                offsets.put(partition, committed.offset());
            }
        });
        return offsets;
    }

    private long lag(Collection<String> topics, Map<TopicPartition, Long> committed)
            throws ExecutionException, InterruptedException {
        var latest = new HashMap<TopicPartition, OffsetSpec>();
        for (var topic : admin.describeTopics(topics).allTopicNames().get().values()) {
            topic.partitions()
                    .forEach(partition ->
                            latest.put(new TopicPartition(topic.name(), partition.partition()), OffsetSpec.latest()));
        }
        long lag = 0;
        for (var end : admin.listOffsets(latest).all().get().entrySet()) {
            lag += end.getValue().offset() - committed.getOrDefault(end.getKey(), 0L);
        }
        return lag;
    }

    @Override
    public void close() {
        admin.close();
    }
}
