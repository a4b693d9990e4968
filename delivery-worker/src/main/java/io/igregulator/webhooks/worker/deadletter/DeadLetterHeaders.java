package io.igregulator.webhooks.worker.deadletter;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Headers;

/** Headers that a dead letter carries besides its own: where it came from and why it is here. All are UTF-8 text. */
public final class DeadLetterHeaders {
    public static final String TOPIC = "dead-letter-topic";
    public static final String PARTITION = "dead-letter-partition";
    public static final String OFFSET = "dead-letter-offset";
    public static final String TIMESTAMP = "dead-letter-timestamp";
    public static final String REASON = "dead-letter-reason";
    public static final String DETAIL = "dead-letter-detail";

    /** Present when key, value and own headers had to stay behind because Kafka would not take them again. */
    public static final String CONTENT_OMITTED = "dead-letter-content-omitted";

    private DeadLetterHeaders() {}

    static void write(Headers headers, ConsumerRecord<byte[], byte[]> origin, String reason, String detail) {
        add(headers, TOPIC, origin.topic());
        add(headers, PARTITION, Integer.toString(origin.partition()));
        add(headers, OFFSET, Long.toString(origin.offset()));
        add(headers, TIMESTAMP, Long.toString(origin.timestamp()));
        add(headers, REASON, reason);
        add(headers, DETAIL, detail);
    }

    static void writeContentOmitted(Headers headers) {
        add(headers, CONTENT_OMITTED, "true");
    }

    private static void add(Headers headers, String name, String value) {
        headers.add(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
