package io.igregulator.webhooks.worker.dispatch;

import io.igregulator.webhooks.event.EventType;
import io.igregulator.webhooks.id.DeliveryId;
import io.igregulator.webhooks.id.EndpointId;
import io.igregulator.webhooks.id.EventId;
import io.igregulator.webhooks.topic.DeliveryChunk;
import io.igregulator.webhooks.topic.DeliveryHeaders;
import io.igregulator.webhooks.worker.delivery.Attempts;
import io.igregulator.webhooks.worker.delivery.Delivery;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/** Reads a record of {@code webhook.deliveries} back into its delivery, or its deliveries. */
final class DecodeDeliveries {
    private DecodeDeliveries() {}

    /** @throws IllegalArgumentException if fan-out cannot have written it */
    static List<Delivery> from(ConsumerRecord<byte[], byte[]> record, RecordTicket ticket) {
        if (record.value() == null) {
            throw new IllegalArgumentException("a delivery has a value");
        }
        return header(record, DeliveryHeaders.DELIVERIES) == null
                ? List.of(single(record, ticket))
                : chunk(record, ticket);
    }

    /** How many deliveries it says that it holds; 1 for what {@link #from} will refuse. */
    static int count(ConsumerRecord<byte[], byte[]> record) {
        if (header(record, DeliveryHeaders.DELIVERIES) == null) {
            return 1;
        }
        try {
            return Math.clamp(number(record, DeliveryHeaders.DELIVERIES), 1, DeliveryChunk.MOST);
        } catch (IllegalArgumentException e) {
            return 1;
        }
    }

    /** Whether fan-out may have sent it before. */
    static boolean mayBeRepeated(ConsumerRecord<byte[], byte[]> record) {
        return header(record, DeliveryHeaders.REDO) != null;
    }

    private static Delivery single(ConsumerRecord<byte[], byte[]> record, RecordTicket ticket) {
        if (record.key() == null) {
            throw new IllegalArgumentException("a delivery has a key");
        }
        return new Delivery(
                DeliveryId.parse(text(record, DeliveryHeaders.DELIVERY_ID)),
                EndpointId.parse(new String(record.key(), StandardCharsets.UTF_8)),
                EventId.parse(text(record, DeliveryHeaders.EVENT_ID)),
                eventType(record),
                record.value(),
                Attempts.NONE,
                false,
                number(record, DeliveryHeaders.ENDPOINT_VERSION),
                publishedAt(record),
                record.partition(),
                ticket);
    }

    private static List<Delivery> chunk(ConsumerRecord<byte[], byte[]> record, RecordTicket ticket) {
        DeliveryChunk chunk =
                DeliveryChunk.read(record.value(), Math.toIntExact(number(record, DeliveryHeaders.DELIVERIES)));
        EventId event = EventId.parse(text(record, DeliveryHeaders.EVENT_ID));
        String eventType = eventType(record);
        Instant publishedAt = publishedAt(record);
        return chunk.recipients().stream()
                .map(recipient -> new Delivery(
                        DeliveryId.of(event, recipient.endpoint()),
                        recipient.endpoint(),
                        event,
                        eventType,
                        chunk.body(),
                        Attempts.NONE,
                        false,
                        recipient.version(),
                        publishedAt,
                        record.partition(),
                        new ChunkTicket(ticket)))
                .toList();
    }

    /** One of those that history has a code for; anything else could never be recorded. */
    private static String eventType(ConsumerRecord<byte[], byte[]> record) {
        String name = text(record, DeliveryHeaders.EVENT_TYPE);
        return EventType.ofWireName(name)
                .orElseThrow(() -> new IllegalArgumentException("no event type is called " + name))
                .wireName();
    }

    private static Instant publishedAt(ConsumerRecord<byte[], byte[]> record) {
        return Instant.ofEpochMilli(number(record, DeliveryHeaders.PUBLISHED_AT));
    }

    private static long number(ConsumerRecord<byte[], byte[]> record, String name) {
        return Long.parseLong(text(record, name));
    }

    private static String text(ConsumerRecord<byte[], byte[]> record, String name) {
        Header header = header(record, name);
        if (header == null || header.value() == null) {
            throw new IllegalArgumentException("header " + name + " is missing");
        }
        return new String(header.value(), StandardCharsets.UTF_8);
    }

    private static @Nullable Header header(ConsumerRecord<byte[], byte[]> record, String name) {
        return record.headers().lastHeader(name);
    }
}
