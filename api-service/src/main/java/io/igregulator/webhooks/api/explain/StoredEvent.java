package io.igregulator.webhooks.api.explain;

import io.igregulator.webhooks.event.EventEnvelope;
import io.igregulator.webhooks.id.EventId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An event as fan-out stored it.
 *
 * @param type its wire name
 * @param envelope null where an older release took what the schema refuses now
 * @param createdAt when the platform took it
 */
record StoredEvent(EventId id, String type, @Nullable EventEnvelope envelope, byte[] body, Instant createdAt) {}
