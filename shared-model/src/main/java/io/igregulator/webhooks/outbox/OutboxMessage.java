package io.igregulator.webhooks.outbox;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the relay will publish.
 *
 * @param topic one of the platform's topics
 * @param key orders the messages of one thing; writers of one key must lock its row first, since identity order is not
 *     commit order
 * @param value the record's value, never holding a secret
 * @param traceparent the record's header of that name, if it gets one
 */
public record OutboxMessage(
        String topic, String key, byte[] value, @Nullable String traceparent) {
    public OutboxMessage {
        Objects.requireNonNull(topic, "topic");
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(value, "value");
    }

    public OutboxMessage(String topic, String key, byte[] value) {
        this(topic, key, value, null);
    }
}
