package io.igregulator.webhooks.worker.dispatch;

import io.igregulator.webhooks.event.Body;
import io.igregulator.webhooks.event.TraceParent;
import io.igregulator.webhooks.id.DeliveryId;
import io.igregulator.webhooks.id.EndpointId;
import io.igregulator.webhooks.topic.DeliveryChunk;
import io.igregulator.webhooks.topic.DeliveryHeaders;
import io.igregulator.webhooks.topic.EndpointHeader;
import io.igregulator.webhooks.topic.EventHeader;
import io.igregulator.webhooks.worker.delivery.Attempts;
import io.igregulator.webhooks.worker.delivery.Delivery;
import io.igregulator.webhooks.worker.trace.TraceHeader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/** Reads a record of {@code webhook.deliveries} back into its delivery, or its deliveries. */
final class DecodeDeliveries {
    private final DeliveryId.Maker ids = new DeliveryId.Maker();
    private final boolean traced;

    /** @param traced whether attempts are traced, and so the trace of an event is of interest */
    DecodeDeliveries(boolean traced) {
        this.traced = traced;
    }

    /** @throws IllegalArgumentException if fan-out cannot have written it */
    List<Delivery> from(ConsumerRecord<byte[], Body> record, RecordTicket ticket) {
        if (record.value() == null) {
            throw new IllegalArgumentException("a delivery has a value");
        }
        return header(record, DeliveryHeaders.DELIVERIES) == null
                ? List.of(single(record, ticket))
                : chunk(record, ticket);
    }

    /** How many deliveries it says that it holds; 1 for what {@link #from} will refuse. */
    static int count(ConsumerRecord<byte[], Body> record) {
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
    static boolean mayBeRepeat(ConsumerRecord<byte[], Body> record) {
        return header(record, DeliveryHeaders.REDO) != null;
    }

    private Delivery single(ConsumerRecord<byte[], Body> record, RecordTicket ticket) {
        if (record.key() == null) {
            throw new IllegalArgumentException("a delivery has a key");
        }
        EventHeader event = event(record);
        EndpointId endpoint = EndpointId.parse(new String(record.key(), StandardCharsets.UTF_8));
        EndpointHeader header = EndpointHeader.read(bytes(record, DeliveryHeaders.ENDPOINT));
        return new Delivery(
                ids.of(event.event(), endpoint),
                endpoint,
                header.account(),
                event.event(),
                event.type().wireName(),
                record.value(),
                Attempts.NONE,
                false,
                header.version(),
                event.publishedAt(),
                record.partition(),
                ticket,
                trace(record));
    }

    private List<Delivery> chunk(ConsumerRecord<byte[], Body> record, RecordTicket ticket) {
        DeliveryChunk chunk =
                DeliveryChunk.read(record.value(), Math.toIntExact(number(record, DeliveryHeaders.DELIVERIES)));
        EventHeader event = event(record);
        TraceParent trace = trace(record);
        return chunk.recipients().stream()
                .map(recipient -> new Delivery(
                        ids.of(event.event(), recipient.endpoint()),
                        recipient.endpoint(),
                        recipient.account(),
                        event.event(),
                        event.type().wireName(),
                        chunk.body(),
                        Attempts.NONE,
                        false,
                        recipient.version(),
                        event.publishedAt(),
                        record.partition(),
                        new ChunkTicket(ticket),
                        trace))
                .toList();
    }

    /** A type that does not exist could never be recorded. */
    private static EventHeader event(ConsumerRecord<byte[], Body> record) {
        return EventHeader.read(bytes(record, DeliveryHeaders.EVENT));
    }

    private @Nullable TraceParent trace(ConsumerRecord<byte[], Body> record) {
        return traced ? TraceHeader.of(record.headers()) : null;
    }

    private static long number(ConsumerRecord<byte[], Body> record, String name) {
        return Long.parseLong(new String(bytes(record, name), StandardCharsets.UTF_8));
    }

    private static byte[] bytes(ConsumerRecord<byte[], Body> record, String name) {
        Header header = header(record, name);
        if (header == null || header.value() == null) {
            throw new IllegalArgumentException("header " + name + " is missing");
        }
        return header.value();
    }

    private static @Nullable Header header(ConsumerRecord<byte[], Body> record, String name) {
        return record.headers().lastHeader(name);
    }
}
