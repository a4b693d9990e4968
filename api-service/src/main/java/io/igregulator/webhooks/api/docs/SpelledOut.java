package io.igregulator.webhooks.api.docs;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Says in the document's schemas what JSON Schema implies and generators of clients do not infer. Without it clients take
 * a constant for any value, refuse an answer with a field that was added later, or refuse a null.
 */
final class SpelledOut {
    private static final List<String> ONE = List.of("items");
    private static final List<String> SEVERAL = List.of("oneOf", "anyOf", "allOf");

    private SpelledOut() {}

    static void fillIn(ObjectNode document) {
        document.at("/components/schemas").forEach(SpelledOut::complete);
    }

    private static void complete(JsonNode node) {
        if (node instanceof ObjectNode schema) {
            constant(schema);
            type(schema);
            open(schema);
            nullable(schema);
            schema.path("properties").forEach(SpelledOut::complete);
            ONE.forEach(keyword -> complete(schema.path(keyword)));
            SEVERAL.forEach(keyword -> schema.path(keyword).forEach(SpelledOut::complete));
        }
    }

    /** An enumeration of one is checked by what is generated, a constant is not. */
    private static void constant(ObjectNode schema) {
        if (schema.has("const") && !schema.has("enum")) {
            schema.putArray("enum").add(schema.path("const"));
        }
    }

    private static void type(ObjectNode schema) {
        if (schema.has("enum") && !schema.has("type")) {
            Set<String> types = new TreeSet<>(Comparator.reverseOrder());
            schema.path("enum").forEach(value -> types.add(type(value)));
            if (types.size() == 1) {
                schema.put("type", types.iterator().next());
            } else {
                types.forEach(schema.putArray("type")::add);
            }
        }
    }

    private static String type(JsonNode value) {
        return switch (value.getNodeType()) {
            case STRING -> "string";
            case BOOLEAN -> "boolean";
            case NULL -> "null";
            default -> throw new IllegalStateException("an enumeration holds " + value);
        };
    }

    /** Fields may be added: some clients refuse what is not declared to be open. */
    private static void open(ObjectNode schema) {
        if (schema.has("properties") && !schema.has("additionalProperties")) {
            schema.put("additionalProperties", true);
        }
    }

    /**
     * Go's generated clients check a pattern in a way that fails for nullable values, so only the description mentions
     * it.
     */
    private static void nullable(ObjectNode schema) {
        boolean nullable = schema.path("type")
                .valueStream()
                .anyMatch(type -> type.asString().equals("null"));
        if (nullable && schema.has("pattern")) {
            String pattern = schema.remove("pattern").asString();
            String description = schema.path("description").asString("");
            schema.put("description", (description + " Matches `" + pattern + "`.").strip());
        }
    }
}
