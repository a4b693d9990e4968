package io.igregulator.webhooks.api.publish;

import io.igregulator.webhooks.event.EventEnvelope;
import io.igregulator.webhooks.id.EventId;
import io.igregulator.webhooks.outbox.OutboxMessage;
import java.util.Objects;

/**
 * A valid event as it was submitted.
 *
 * @param body the very bytes that subscribers will get
 * @param fingerprint of the body
 */
record Submission(Place place, EventEnvelope envelope, byte[] body, Fingerprint fingerprint) {
    Submission {
        Objects.requireNonNull(place, "place");
        Objects.requireNonNull(envelope, "envelope");
        Objects.requireNonNull(body, "body");
        Objects.requireNonNull(fingerprint, "fingerprint");
    }

    static Submission of(Place place, EventEnvelope envelope, byte[] body) {
        return new Submission(place, envelope, body, Fingerprint.of(body));
    }

    EventId id() {
        return envelope.id();
    }

    OutboxMessage toMessage() {
        return new OutboxMessage(envelope.type().domain().topic(), envelope.key(), body);
    }
}
