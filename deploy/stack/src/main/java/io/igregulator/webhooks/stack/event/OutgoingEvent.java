package io.igregulator.webhooks.stack.event;

import io.igregulator.webhooks.event.EventType;
import io.igregulator.webhooks.id.EventId;
import org.jspecify.annotations.Nullable;

/**
 * An event ready for Kafka.
 *
 * @param operatorSlug the operator concerned, where there is one
 * @param value the envelope's bytes
 */
public record OutgoingEvent(
        String topic,
        String key,
        EventId id,
        EventType type,
        @Nullable String operatorSlug,
        byte[] value) {}
