package io.igregulator.webhooks.worker.deadletter;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Headers;

/** Headers that a dead letter carries besides its own: where it came from and why it is here. All are UTF-8 text. */
final class DeadLetterHeaders {
    static final String TOPIC = "dead-letter-topic";
    static final String PARTITION = "dead-letter-partition";
    static final String OFFSET = "dead-letter-offset";
    static final String TIMESTAMP = "dead-letter-timestamp";
    static final String REASON = "dead-letter-reason";
    static final String DETAIL = "dead-letter-detail";

    private DeadLetterHeaders() {}

    static void write(Headers headers, ConsumerRecord<byte[], byte[]> origin, String reason, String detail) {
        origin.headers().forEach(headers::add);
        add(headers, TOPIC, origin.topic());
        add(headers, PARTITION, Integer.toString(origin.partition()));
        add(headers, OFFSET, Long.toString(origin.offset()));
        add(headers, TIMESTAMP, Long.toString(origin.timestamp()));
        add(headers, REASON, reason);
        add(headers, DETAIL, detail);
    }

    private static void add(Headers headers, String name, String value) {
        headers.add(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
