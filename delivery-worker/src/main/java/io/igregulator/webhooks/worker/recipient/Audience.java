package io.igregulator.webhooks.worker.recipient;

import io.igregulator.webhooks.event.EventEnvelope;
import io.igregulator.webhooks.event.EventType;
import io.igregulator.webhooks.id.EndpointId;
import org.jspecify.annotations.Nullable;

/** All that decides who gets an event: events of one audience have the same recipients. */
public record Audience(
        EventType type,
        @Nullable String operatorSlug,
        @Nullable EndpointId degradedEndpoint) {
    /** Whether other events are likely to have it; an endpoint is announced as degraded once per episode. */
    public boolean recurs() {
        return degradedEndpoint == null;
    }

    public static Audience of(EventEnvelope envelope) {
        return new Audience(envelope.type(), envelope.operatorSlug(), envelope.degradedEndpoint());
    }
}
