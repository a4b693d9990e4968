package io.igregulator.webhooks.event;

import io.igregulator.webhooks.schema.EventSchema;
import tools.jackson.databind.node.ObjectNode;

/** The envelopes that the schemas give as examples, to be changed by tests. */
final class Examples {
    private Examples() {}

    static ObjectNode of(EventType type) {
        return (ObjectNode) schema(type).example();
    }

    static EventSchema schema(EventType type) {
        return EventSchema.load(EventEnvelope.API_VERSION, type.wireName());
    }
}
