package io.igregulator.webhooks.worker.deadletter;

import io.igregulator.webhooks.topic.Topics;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;

/**
 * A record that could not be read.
 *
 * @param reason stable and machine-readable
 * @param detail for a person; quotes no part of the record
 */
public record DeadLetter(ConsumerRecord<byte[], byte[]> origin, String reason, String detail) {

    ProducerRecord<byte[], byte[]> complete() {
        return recordOf(origin.key(), origin.value(), new RecordHeaders(origin.headers()));
    }

    /** Always small enough; the record itself is still where it came from, for as long as that topic keeps it. */
    ProducerRecord<byte[], byte[]> withoutContent() {
        Headers headers = new RecordHeaders();
        add(headers, DeadLetterHeaders.CONTENT_OMITTED, "true");
        return recordOf(null, null, headers);
    }

    private ProducerRecord<byte[], byte[]> recordOf(byte @Nullable [] key, byte @Nullable [] value, Headers headers) {
        add(headers, DeadLetterHeaders.ORIGIN_TOPIC, origin.topic());
        add(headers, DeadLetterHeaders.ORIGIN_PARTITION, Integer.toString(origin.partition()));
        add(headers, DeadLetterHeaders.ORIGIN_OFFSET, Long.toString(origin.offset()));
        add(headers, DeadLetterHeaders.ORIGIN_TIMESTAMP, Long.toString(origin.timestamp()));
        add(headers, DeadLetterHeaders.REASON, reason);
        add(headers, DeadLetterHeaders.DETAIL, detail);
        return new ProducerRecord<>(Topics.DEAD_LETTERS, null, key, value, headers);
    }

    private static void add(Headers headers, String name, String value) {
        headers.add(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
