package io.igregulator.webhooks.worker.fanout;

import io.igregulator.webhooks.event.EventEnvelope;
import io.igregulator.webhooks.event.TraceParent;
import io.igregulator.webhooks.id.EventId;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A valid event as Kafka holds it.
 *
 * @param body the bytes of every attempt
 * @param publishedAt when Kafka took it
 * @param storedBefore whether its body was there already: its deliveries may have been sent before, and are looked up
 * @param trace what its publisher sent along, if anything and if attempts are traced
 */
record PublishedEvent(
        EventEnvelope envelope,
        byte[] body,
        Instant publishedAt,
        boolean storedBefore,
        @Nullable TraceParent trace) {
    // Publishers may set any timestamp; PostgreSQL ends at year 294276.
    private static final long LATEST_MILLIS =
            Instant.parse("9999-12-31T23:59:59.999Z").toEpochMilli();

    PublishedEvent {
        Objects.requireNonNull(envelope, "envelope");
        Objects.requireNonNull(body, "body");
        Objects.requireNonNull(publishedAt, "publishedAt");
    }

    static PublishedEvent of(EventEnvelope envelope, byte[] body, long timestampMillis) {
        return new PublishedEvent(
                envelope, body, Instant.ofEpochMilli(Math.clamp(timestampMillis, 0, LATEST_MILLIS)), false, null);
    }

    PublishedEvent withTrace(@Nullable TraceParent other) {
        return new PublishedEvent(envelope, body, publishedAt, storedBefore, other);
    }

    PublishedEvent repeated() {
        return new PublishedEvent(envelope, body, publishedAt, true, trace);
    }

    EventId id() {
        return envelope.id();
    }
}
