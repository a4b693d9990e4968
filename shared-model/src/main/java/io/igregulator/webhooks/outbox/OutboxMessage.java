package io.igregulator.webhooks.outbox;

import java.util.Objects;

/**
 * What the relay will publish.
 *
 * @param topic one of the platform's topics
 * @param key orders the messages of one thing; writers of one key must lock its row first, since identity order is not
 *     commit order
 * @param value the record's value, never holding a secret
 */
public record OutboxMessage(String topic, String key, byte[] value) {
    public OutboxMessage {
        Objects.requireNonNull(topic, "topic");
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(value, "value");
    }
}
