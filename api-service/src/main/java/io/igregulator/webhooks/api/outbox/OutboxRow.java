package io.igregulator.webhooks.api.outbox;

import io.igregulator.webhooks.event.TraceParent;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/** A committed message that waits for its publication. */
record OutboxRow(
        long id,
        String topic,
        String key,
        byte[] value,
        @Nullable String traceparent) {
    ProducerRecord<byte[], byte[]> toRecord() {
        var message = new ProducerRecord<>(topic, key.getBytes(StandardCharsets.UTF_8), value);
        if (traceparent != null) {
            message.headers().add(TraceParent.HEADER, traceparent.getBytes(StandardCharsets.US_ASCII));
        }
        return message;
    }
}
