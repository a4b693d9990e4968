package io.igregulator.webhooks.api.publish;

import io.igregulator.webhooks.event.EventType;
import io.igregulator.webhooks.id.EventId;
import io.igregulator.webhooks.schema.EventSchema;
import java.time.Instant;
import java.util.random.RandomGenerator;
import tools.jackson.databind.node.ObjectNode;

/** Bodies as systems submit them. */
final class Bodies {
    private Bodies() {}

    static EventId id() {
        return EventId.create(Instant.now(), RandomGenerator.getDefault());
    }

    static String issued(EventId id) {
        return of(EventType.LICENSE_ISSUED, id).toString();
    }

    /** The example of its type under an id of its own, to be changed. */
    static ObjectNode of(EventType type, EventId id) {
        ObjectNode envelope =
                (ObjectNode) EventSchema.load("2026-04-20", type.wireName()).example();
        return envelope.put("event_id", id.toString());
    }
}
