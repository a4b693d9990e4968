package io.igregulator.webhooks.worker.dispatch;

import io.igregulator.webhooks.event.EventType;
import io.igregulator.webhooks.id.DeliveryId;
import io.igregulator.webhooks.id.EndpointId;
import io.igregulator.webhooks.id.EventId;
import io.igregulator.webhooks.topic.DeliveryHeaders;
import io.igregulator.webhooks.worker.delivery.Attempts;
import io.igregulator.webhooks.worker.delivery.Delivery;
import io.igregulator.webhooks.worker.delivery.Ticket;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/** Reads a record of {@code webhook.deliveries} back into a delivery. */
final class DecodeDelivery {
    private DecodeDelivery() {}

    /** @throws IllegalArgumentException if fan-out cannot have written it */
    static Delivery from(ConsumerRecord<byte[], byte[]> record, Ticket ticket) {
        if (record.key() == null || record.value() == null) {
            throw new IllegalArgumentException("a delivery has a key and a value");
        }
        return new Delivery(
                DeliveryId.parse(text(record, DeliveryHeaders.DELIVERY_ID)),
                EndpointId.parse(new String(record.key(), StandardCharsets.UTF_8)),
                EventId.parse(text(record, DeliveryHeaders.EVENT_ID)),
                eventType(record),
                record.value(),
                Attempts.NONE,
                false,
                Long.parseLong(text(record, DeliveryHeaders.ENDPOINT_VERSION)),
                Instant.ofEpochMilli(Long.parseLong(text(record, DeliveryHeaders.PUBLISHED_AT))),
                record.partition(),
                ticket);
    }

    /** Whether fan-out may have sent it before. */
    static boolean mayBeRepeated(ConsumerRecord<byte[], byte[]> record) {
        return record.headers().lastHeader(DeliveryHeaders.REDO) != null;
    }

    /** One of those that history has a code for; anything else could never be recorded. */
    private static String eventType(ConsumerRecord<byte[], byte[]> record) {
        String name = text(record, DeliveryHeaders.EVENT_TYPE);
        return EventType.ofWireName(name)
                .orElseThrow(() -> new IllegalArgumentException("no event type is called " + name))
                .wireName();
    }

    private static String text(ConsumerRecord<byte[], byte[]> record, String name) {
        @Nullable Header header = record.headers().lastHeader(name);
        if (header == null || header.value() == null) {
            throw new IllegalArgumentException("header " + name + " is missing");
        }
        return new String(header.value(), StandardCharsets.UTF_8);
    }
}
