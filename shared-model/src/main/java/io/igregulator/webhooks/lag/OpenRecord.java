package io.igregulator.webhooks.lag;

import io.igregulator.webhooks.topic.DeliveryChunk;
import io.igregulator.webhooks.topic.DeliveryHeaders;
import io.igregulator.webhooks.topic.EventHeader;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/**
 * A record that its group has not committed, without its value.
 *
 * @param timestamp Kafka's, in milliseconds
 * @param deliveries how many it holds; 1 where it holds something else
 * @param publishedAt of the event, in milliseconds; Kafka's timestamp where the record does not have it
 */
record OpenRecord(long offset, long timestamp, int deliveries, long publishedAt) {
    static OpenRecord of(ConsumerRecord<byte[], byte[]> record) {
        return new OpenRecord(record.offset(), record.timestamp(), deliveries(record), publishedAt(record));
    }

    private static int deliveries(ConsumerRecord<byte[], byte[]> record) {
        byte @Nullable [] count = header(record, DeliveryHeaders.DELIVERIES);
        if (count == null) {
            return 1;
        }
        try {
            return Math.clamp(Long.parseLong(new String(count, StandardCharsets.UTF_8)), 1, DeliveryChunk.MOST);
        } catch (NumberFormatException e) {
            return 1;
        }
    }

    private static long publishedAt(ConsumerRecord<byte[], byte[]> record) {
        byte @Nullable [] event = header(record, DeliveryHeaders.EVENT);
        if (event == null) {
            return record.timestamp();
        }
        try {
            return EventHeader.read(event).publishedAt().toEpochMilli();
        } catch (IllegalArgumentException e) {
            return record.timestamp();
        }
    }

    private static byte @Nullable [] header(ConsumerRecord<byte[], byte[]> record, String name) {
        Header header = record.headers().lastHeader(name);
        return header == null ? null : header.value();
    }
}
