package io.igregulator.webhooks.worker.fanout;

import io.igregulator.webhooks.topic.DeliveryChunk;
import io.igregulator.webhooks.topic.DeliveryHeaders;
import io.igregulator.webhooks.topic.EndpointHeader;
import io.igregulator.webhooks.topic.EndpointShard;
import io.igregulator.webhooks.topic.EventHeader;
import io.igregulator.webhooks.topic.Topics;
import io.igregulator.webhooks.worker.trace.TraceHeader;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;

/** Makes one event's delivery records; what is the same in all of them is made once. */
final class EventRecords {
    private static final Header REDO = new RecordHeader(DeliveryHeaders.REDO, new byte[] {'1'});

    private final PublishedEvent event;
    private final Header eventHeader;
    private final @Nullable Header traceHeader;

    EventRecords(PublishedEvent event) {
        this.event = event;
        var header = new EventHeader(event.id(), event.envelope().type(), event.publishedAt());
        this.eventHeader = new RecordHeader(DeliveryHeaders.EVENT, header.bytes());
        this.traceHeader = event.trace() == null ? null : TraceHeader.of(event.trace());
    }

    ProducerRecord<byte[], byte[]> to(Recipients recipients, int index, int partitions) {
        Header endpoint = new RecordHeader(
                DeliveryHeaders.ENDPOINT,
                new EndpointHeader(recipients.account(index), recipients.version(index)).bytes());
        byte[] key = EndpointShard.key(recipients.endpoint(index));
        return new ProducerRecord<>(
                Topics.DELIVERIES, EndpointShard.of(key, partitions), key, event.body(), headers(endpoint));
    }

    /** The deliveries that share this event, its body and a partition. */
    ProducerRecord<byte[], byte[]> chunk(int partition, DeliveryChunk.Writer recipients) {
        Header deliveries = new RecordHeader(
                DeliveryHeaders.DELIVERIES, Integer.toString(recipients.count()).getBytes(StandardCharsets.US_ASCII));
        byte[] noKey = null;
        return new ProducerRecord<>(
                Topics.DELIVERIES, partition, noKey, recipients.value(event.body()), headers(deliveries));
    }

    private Headers headers(Header own) {
        var headers = new RecordHeaders(
                event.storedBefore() ? new Header[] {eventHeader, own, REDO} : new Header[] {eventHeader, own});
        if (traceHeader != null) {
            headers.add(traceHeader);
        }
        return headers;
    }
}
