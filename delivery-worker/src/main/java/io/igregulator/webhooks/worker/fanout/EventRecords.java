package io.igregulator.webhooks.worker.fanout;

import io.igregulator.webhooks.id.DeliveryId;
import io.igregulator.webhooks.id.EndpointId;
import io.igregulator.webhooks.topic.DeliveryChunk;
import io.igregulator.webhooks.topic.DeliveryHeaders;
import io.igregulator.webhooks.topic.EndpointShard;
import io.igregulator.webhooks.topic.Topics;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.header.internals.RecordHeaders;

/** Makes one event's delivery records; what is the same in all of them is made once. */
final class EventRecords {
    private static final Header REDO = header(DeliveryHeaders.REDO, "1");

    private final PublishedEvent event;
    private final Header eventId;
    private final Header eventType;
    private final Header publishedAt;

    EventRecords(PublishedEvent event) {
        this.event = event;
        this.eventId = header(DeliveryHeaders.EVENT_ID, event.id().toString());
        this.eventType =
                header(DeliveryHeaders.EVENT_TYPE, event.envelope().type().wireName());
        this.publishedAt = header(
                DeliveryHeaders.PUBLISHED_AT, Long.toString(event.publishedAt().toEpochMilli()));
    }

    ProducerRecord<byte[], byte[]> to(EndpointId endpoint, long endpointVersion, int partitions) {
        Header deliveryId = header(
                DeliveryHeaders.DELIVERY_ID, DeliveryId.of(event.id(), endpoint).toString());
        Header version = header(DeliveryHeaders.ENDPOINT_VERSION, Long.toString(endpointVersion));
        Header[] headers = event.storedBefore()
                ? new Header[] {deliveryId, eventId, eventType, version, publishedAt, REDO}
                : new Header[] {deliveryId, eventId, eventType, version, publishedAt};
        return new ProducerRecord<>(
                Topics.DELIVERIES,
                EndpointShard.of(endpoint, partitions),
                EndpointShard.key(endpoint),
                event.body(),
                new RecordHeaders(headers));
    }

    /** The deliveries that share this event, its body and a partition. */
    ProducerRecord<byte[], byte[]> chunk(int partition, DeliveryChunk.Writer recipients) {
        Header deliveries = header(DeliveryHeaders.DELIVERIES, Integer.toString(recipients.count()));
        Header[] headers = event.storedBefore()
                ? new Header[] {deliveries, eventId, eventType, publishedAt, REDO}
                : new Header[] {deliveries, eventId, eventType, publishedAt};
        byte[] noKey = null;
        return new ProducerRecord<>(
                Topics.DELIVERIES, partition, noKey, recipients.value(event.body()), new RecordHeaders(headers));
    }

    private static Header header(String name, String value) {
        return new RecordHeader(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
