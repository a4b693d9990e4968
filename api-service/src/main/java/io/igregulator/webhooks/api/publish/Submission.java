package io.igregulator.webhooks.api.publish;

import io.igregulator.webhooks.event.EventEnvelope;
import io.igregulator.webhooks.event.TraceParent;
import io.igregulator.webhooks.id.EventId;
import io.igregulator.webhooks.outbox.OutboxMessage;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A valid event as it was submitted.
 *
 * @param body the bytes exactly as subscribers will get them
 * @param fingerprint of the body
 * @param trace where its publisher is, if it said so and if events are traced
 */
record Submission(
        Place place,
        EventEnvelope envelope,
        byte[] body,
        Fingerprint fingerprint,
        @Nullable TraceParent trace) {
    Submission {
        Objects.requireNonNull(place, "place");
        Objects.requireNonNull(envelope, "envelope");
        Objects.requireNonNull(body, "body");
        Objects.requireNonNull(fingerprint, "fingerprint");
    }

    static Submission of(Place place, EventEnvelope envelope, byte[] body) {
        return new Submission(place, envelope, body, Fingerprint.of(body), null);
    }

    Submission withTrace(@Nullable TraceParent other) {
        return new Submission(place, envelope, body, fingerprint, other);
    }

    EventId id() {
        return envelope.id();
    }

    OutboxMessage toMessage() {
        return new OutboxMessage(
                envelope.type().domain().topic(), envelope.key(), body, trace == null ? null : trace.header());
    }
}
