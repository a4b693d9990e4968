package io.igregulator.webhooks.api.console;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * A field of an event's data, as its schema describes it.
 *
 * @param type in words
 */
public record SchemaField(String name, String type, boolean required, String description) {
    /** @param schema of a whole envelope */
    static List<SchemaField> ofData(JsonNode schema) {
        JsonNode data = schema.path("properties").path("data");
        Set<String> required =
                data.path("required").valueStream().map(JsonNode::asString).collect(Collectors.toUnmodifiableSet());
        List<SchemaField> fields = new ArrayList<>();
        data.path("properties")
                .forEachEntry((name, field) -> fields.add(new SchemaField(
                        name,
                        type(field),
                        required.contains(name),
                        field.path("description").asString(""))));
        return List.copyOf(fields);
    }

    private static String type(JsonNode field) {
        if (field.has("enum")) {
            return words(field.path("enum"), ", ");
        }
        JsonNode type = field.path("type");
        String words = type.isArray() ? words(type, " or ") : type.asString("any");
        return field.has("format") ? words + ", " + field.path("format").asString() : words;
    }

    private static String words(JsonNode values, String separator) {
        return values.valueStream()
                .map(value -> value.isNull() ? "null" : value.asString())
                .collect(Collectors.joining(separator));
    }
}
