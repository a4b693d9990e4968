package io.igregulator.webhooks.api.explain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the answer begins with.
 *
 * @param event its type; null while only the operator's route knows the event
 * @param createdAt when the platform took it
 * @param fannedOutAt when its recipients were decided; null before that, and where the feed no longer has it
 */
public record EventHead(
        String eventId,
        @Nullable String event,
        Instant createdAt,
        @Nullable Instant fannedOutAt) {
    static EventHead of(StoredEvent event, @Nullable Instant fannedOutAt) {
        return new EventHead(event.id().toString(), event.type(), event.createdAt(), fannedOutAt);
    }
}
