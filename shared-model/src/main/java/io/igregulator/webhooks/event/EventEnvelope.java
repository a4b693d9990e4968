package io.igregulator.webhooks.event;

import io.igregulator.webhooks.id.EndpointId;
import io.igregulator.webhooks.id.EventId;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the platform itself needs to know of an event; the body travels beside it as the bytes that were published.
 *
 * @param operatorSlug the operator concerned; present for every type whose audience is {@code OPERATOR}
 * @param degradedEndpoint the endpoint concerned; present for every type whose audience is {@code SIBLINGS}
 * @param key orders it in its topic: the licence, the operator, the jurisdiction or the endpoint
 */
public record EventEnvelope(
        EventId id,
        EventType type,
        Instant timestamp,
        boolean livemode,
        @Nullable String operatorSlug,
        @Nullable EndpointId degradedEndpoint,
        String key) {
    /** The contract's version of every envelope. */
    public static final String API_VERSION = "2026-04-20";

    public EventEnvelope {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(timestamp, "timestamp");
        Objects.requireNonNull(key, "key");
    }
}
