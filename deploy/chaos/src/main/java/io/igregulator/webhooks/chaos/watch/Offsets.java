package io.igregulator.webhooks.chaos.watch;

import java.time.Instant;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;

/**
 * Where the two groups stood.
 *
 * @param askedAt before Kafka was asked
 * @param takenAt after it had answered
 * @param fannedOut committed offsets of the domain topics
 */
public record Offsets(
        Instant askedAt, Instant takenAt, Map<TopicPartition, Long> fannedOut, long fanoutLag, long dispatchLag) {
    public Offsets {
        fannedOut = Map.copyOf(fannedOut);
    }

    public long lag() {
        return fanoutLag + dispatchLag;
    }
}
