package io.igregulator.webhooks.api.outbox;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.producer.ProducerRecord;

/** A committed message that waits for its publication. */
record OutboxRow(long id, String topic, String key, byte[] value) {
    ProducerRecord<byte[], byte[]> toRecord() {
        return new ProducerRecord<>(topic, key.getBytes(StandardCharsets.UTF_8), value);
    }
}
