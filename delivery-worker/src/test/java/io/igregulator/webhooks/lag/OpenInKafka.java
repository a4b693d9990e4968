package io.igregulator.webhooks.lag;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.igregulator.webhooks.topic.DeliveryHeaders;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;

/**
 * What a consumer group has not committed, counted by reading all of it, with none of the code that measures it.
 *
 * @param offsets as Kafka's own tools count
 * @param deliveries in the records that the group can read
 * @param lowest Kafka's timestamp of the oldest first record of a partition, the greatest number without any
 */
record OpenInKafka(long offsets, long deliveries, long lowest) {
    private static final Duration POLL = Duration.ofMillis(100);

    static OpenInKafka of(Map<String, Object> connection, String group, String isolation, List<String> topics) {
        Map<String, Object> settings = new HashMap<>(connection);
        settings.put("isolation.level", isolation);
        long offsets = 0;
        long deliveries = 0;
        long lowest = Long.MAX_VALUE;
        try (var admin = Admin.create(connection);
                var consumer =
                        new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            var committed = admin.listConsumerGroupOffsets(group)
                    .partitionsToOffsetAndMetadata()
                    .get();
            for (String topic : topics) {
                for (var each : consumer.partitionsFor(topic)) {
                    TopicPartition partition = new TopicPartition(topic, each.partition());
                    @Nullable OffsetAndMetadata known = committed.get(partition);
                    long start = known == null ? 0 : known.offset();
                    offsets += end(admin, partition) - start;
                    consumer.assign(List.of(partition));
                    consumer.seek(partition, start);
                    boolean first = true;
                    long end = consumer.endOffsets(List.of(partition))
                            .values()
                            .iterator()
                            .next();
                    while (consumer.position(partition) < end) {
                        for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                            deliveries += deliveries(record);
                            lowest = first ? Math.min(lowest, record.timestamp()) : lowest;
                            first = false;
                        }
                    }
                }
            }
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
        return new OpenInKafka(offsets, deliveries, lowest);
    }

    /** Of all records, those of open and aborted transactions and markers included. */
    private static long end(Admin admin, TopicPartition partition) throws ExecutionException, InterruptedException {
        return admin.listOffsets(Map.of(partition, OffsetSpec.latest()))
                .partitionResult(partition)
                .get()
                .offset();
    }

    private static long deliveries(ConsumerRecord<byte[], byte[]> record) {
        Header count = record.headers().lastHeader(DeliveryHeaders.DELIVERIES);
        return count == null ? 1 : Long.parseLong(new String(count.value(), UTF_8));
    }
}
