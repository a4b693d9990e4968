package io.igregulator.webhooks.event;

import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A field that a type's schema requires.
 *
 * @param parent JSON Pointer to the object that has it
 */
record RequiredField(EventType type, String parent, String name) {
    static Stream<RequiredField> allOf(EventType type) {
        JsonNode schema = Examples.schema(type).document();
        return Stream.concat(
                required(schema).map(name -> new RequiredField(type, "", name)),
                required(schema.at("/properties/data")).map(name -> new RequiredField(type, "/data", name)));
    }

    String pointer() {
        return parent + "/" + name;
    }

    ObjectNode parentIn(ObjectNode envelope) {
        return (ObjectNode) envelope.at(parent);
    }

    private static Stream<String> required(JsonNode schema) {
        return schema.path("required").valueStream().map(JsonNode::stringValue);
    }
}
