package io.igregulator.webhooks.chaos.traffic;

import io.igregulator.webhooks.event.EventType;
import io.igregulator.webhooks.id.EventId;
import java.time.Instant;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * An event that Kafka acknowledged.
 *
 * @param sentAt before Kafka was first asked to take it
 * @param offset where it was acknowledged; an earlier try may have left the same event further up
 */
public record PublishedEvent(
        EventId id, EventType type, @Nullable String operator, Instant sentAt, TopicPartition partition, long offset) {}
