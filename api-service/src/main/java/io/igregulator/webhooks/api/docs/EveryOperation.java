package io.igregulator.webhooks.api.docs;

import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes what is the same for every operation, and described once, into each of them. */
final class EveryOperation {
    private static final String SOURCE = "x-every-operation";
    private static final String BEFORE_LIMITS = "x-before-limits";

    /** It is answered from memory, so the database cannot fail it. */
    private static final String WITHOUT_DATA = "x-without-data";

    private static final Set<String> METHODS = Set.of("get", "put", "post", "patch", "delete");

    private final JsonNode responses;
    private final JsonNode withData;
    private final JsonNode ofChanges;
    private final JsonNode always;
    private final JsonNode headers;

    private EveryOperation(JsonNode source) {
        this.responses = source.path("responses");
        this.withData = source.path("responses-with-data");
        this.ofChanges = source.path("responses-of-changes");
        this.always = source.path("always");
        this.headers = source.path("headers");
    }

    static void fillIn(ObjectNode document) {
        EveryOperation shared = new EveryOperation(document.remove(SOURCE));
        for (JsonNode path : document.path("paths").values()) {
            METHODS.forEach(method -> shared.complete(method, path.path(method)));
        }
        document.at("/components/responses").forEach(shared::addHeaders);
        document.path("x-outside-operations").forEach(shared::addHeaders);
    }

    private void complete(String method, JsonNode described) {
        if (described instanceof ObjectNode operation) {
            ObjectNode own = operation.withObject("/responses");
            addAbsent(responses, own);
            if (operation.remove(WITHOUT_DATA) == null) {
                addAbsent(withData, own);
            }
            if (!method.equals("get")) {
                addAbsent(ofChanges, own);
            }
            sort(own);
            own.forEach(this::addHeaders);
        }
    }

    /** Where a response is only a reference, what it refers to gets them. */
    private void addHeaders(JsonNode response) {
        if (response instanceof ObjectNode object && !object.has("$ref")) {
            addAbsent(always, object.withObject("/headers"));
            if (object.remove(BEFORE_LIMITS) == null) {
                addAbsent(headers, object.withObject("/headers"));
            }
        }
    }

    private static void addAbsent(JsonNode shared, ObjectNode own) {
        shared.forEachEntry((name, value) -> {
            if (!own.has(name)) {
                own.set(name, value.deepCopy());
            }
        });
    }

    /** By status, which is what a reader expects. */
    private static void sort(ObjectNode responses) {
        List<String> statuses = responses.propertyNames().stream().sorted().toList();
        for (String status : statuses) {
            responses.set(status, responses.remove(status));
        }
    }
}
