package io.igregulator.webhooks.api.openapi;

import java.time.Instant;
import java.util.UUID;
import java.util.random.RandomGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Makes values that a schema of the document admits. */
final class Values {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String LETTERS = "abc XYZ 019 äß€ 😀 \"quoted\" \\ / <b> ' ; -- \t %00 ${x}";

    private final Spec spec;
    private final Pool pool;
    private final RandomGenerator random;

    Values(Spec spec, Pool pool, RandomGenerator random) {
        this.spec = spec;
        this.pool = pool;
        this.random = random;
    }

    /** @param name of the field or parameter: by it, or by its type, the pool knows those that must mean something */
    JsonNode of(JsonNode reference, String name) {
        JsonNode schema = spec.resolve(reference);
        String type = reference.path("$ref").asString("").replaceFirst(".*/", "");
        if (pool.knows(type)) {
            return JSON.valueToTree(pool.any(type, random));
        }
        if (schema.has("enum")) {
            return schema.path("enum").path(random.nextInt(schema.path("enum").size()));
        }
        if (schema.has("const")) {
            return schema.path("const");
        }
        return switch (type(schema)) {
            case "object" -> object(schema);
            case "array" -> array(schema, name);
            case "boolean" -> JSON.valueToTree(random.nextBoolean());
            case "integer" -> JSON.valueToTree(integer(schema));
            case "null" -> JSON.nullNode();
            default -> JSON.valueToTree(text(schema, name));
        };
    }

    private String type(JsonNode schema) {
        JsonNode type = schema.path("type");
        return type.isArray() ? type.path(random.nextInt(type.size())).asString() : type.asString("string");
    }

    private ObjectNode object(JsonNode schema) {
        ObjectNode object = JSON.createObjectNode();
        schema.path("properties").forEachEntry((name, property) -> {
            boolean required = schema.path("required")
                    .valueStream()
                    .anyMatch(one -> one.asString().equals(name));
            if (required || random.nextBoolean()) {
                object.set(name, of(property, name));
            }
        });
        return object;
    }

    private ArrayNode array(JsonNode schema, String name) {
        ArrayNode array = JSON.createArrayNode();
        int least = schema.path("minItems").asInt(0);
        int size = least + random.nextInt(3);
        for (int i = 0; i < size; i++) {
            array.add(of(schema.path("items"), name));
        }
        return array;
    }

    private long integer(JsonNode schema) {
        long least = schema.path("minimum").asLong(0);
        long most = schema.path("maximum").asLong(least + 1000);
        return switch (random.nextInt(4)) {
            case 0 -> least;
            case 1 -> most;
            default -> random.nextLong(least, most + 1);
        };
    }

    private String text(JsonNode schema, String name) {
        if (pool.knows(name)) {
            return pool.any(name, random);
        }
        return switch (schema.path("format").asString("")) {
            case "uuid" -> new UUID(random.nextLong(), random.nextLong()).toString();
            case "date-time" -> Instant.EPOCH.plusSeconds(random.nextInt()).toString();
            default -> free(schema);
        };
    }

    private String free(JsonNode schema) {
        if (schema.has("pattern")) {
            return schema.path("examples").path(0).asString();
        }
        int least = schema.path("minLength").asInt(0);
        int most = Math.min(schema.path("maxLength").asInt(40), 2048);
        int length = random.nextInt(4) == 0 ? most : least + random.nextInt(most - least + 1);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.appendCodePoint(character());
        }
        return text.toString();
    }

    private int character() {
        int[] all = LETTERS.codePoints().toArray();
        return all[random.nextInt(all.length)];
    }
}
