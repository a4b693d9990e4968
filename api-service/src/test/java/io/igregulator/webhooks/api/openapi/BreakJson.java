package io.igregulator.webhooks.api.openapi;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Puts something else in the place of one value of a body, takes a field away or adds one. */
final class BreakJson {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final RandomGenerator random;

    BreakJson(RandomGenerator random) {
        this.random = random;
    }

    JsonNode one(JsonNode body) {
        JsonNode copy = body.deepCopy();
        List<JsonNode> places = containers(copy);
        if (places.isEmpty() || random.nextInt(12) == 0) {
            return anything();
        }
        switch (places.get(random.nextInt(places.size()))) {
            case ObjectNode object -> breakField(object);
            case ArrayNode array -> breakElement(array);
            default -> throw new IllegalStateException("neither an object nor an array");
        }
        return copy;
    }

    private void breakField(ObjectNode object) {
        List<String> names = List.copyOf(object.propertyNames());
        if (names.isEmpty() || random.nextInt(5) == 0) {
            object.set(name(), anything());
        } else if (random.nextInt(5) == 0) {
            object.remove(names.get(random.nextInt(names.size())));
        } else {
            object.set(names.get(random.nextInt(names.size())), anything());
        }
    }

    private void breakElement(ArrayNode array) {
        if (array.isEmpty() || random.nextBoolean()) {
            array.add(anything());
        } else {
            array.set(random.nextInt(array.size()), anything());
        }
    }

    private String name() {
        return switch (random.nextInt(6)) {
            case 0 -> "";
            case 1 -> "__proto__";
            case 2 -> "\0";
            case 3 -> "x".repeat(3000);
            case 4 -> "URL";
            default -> "unknown";
        };
    }

    private JsonNode anything() {
        return switch (random.nextInt(14)) {
            case 0 -> JSON.nullNode();
            case 1 -> JSON.valueToTree(true);
            case 2 -> JSON.valueToTree(-1);
            case 3 -> JSON.valueToTree(0.5);
            case 4 -> JSON.valueToTree(BigInteger.TEN.pow(900));
            case 5 -> JSON.valueToTree("");
            case 6 -> JSON.valueToTree("nul \0 within");
            case 7 -> JSON.valueToTree("half \uD800 a pair");
            case 8 -> JSON.valueToTree("x".repeat(5000));
            case 9 -> JSON.createObjectNode();
            case 10 -> JSON.createArrayNode();
            case 11 -> deep();
            case 12 -> JSON.valueToTree("'; DROP TABLE endpoint; --");
            default -> JSON.createArrayNode().add("license.issued").addNull();
        };
    }

    private JsonNode deep() {
        ArrayNode outer = JSON.createArrayNode();
        ArrayNode inner = outer;
        int depth = random.nextBoolean() ? 12 : 400;
        for (int i = 0; i < depth; i++) {
            inner = inner.addArray();
        }
        return outer;
    }

    private static List<JsonNode> containers(JsonNode node) {
        List<JsonNode> found = new ArrayList<>();
        if (node.isContainer()) {
            found.add(node);
            node.forEach(child -> found.addAll(containers(child)));
        }
        return found;
    }
}
