package io.igregulator.webhooks.api.openapi;

import java.util.List;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * One operation of the document.
 *
 * @param parameters its own and its path's, references resolved
 */
record Operation(String method, String template, JsonNode definition, List<JsonNode> parameters) {
    private static final Pattern VARIABLE = Pattern.compile("\\{[^}]+}");

    String id() {
        return definition.path("operationId").asString();
    }

    JsonNode responses() {
        return definition.path("responses");
    }

    /** A HEAD is a GET whose body stays away. */
    boolean matches(String requestMethod, String path) {
        String wanted = requestMethod.equals("HEAD") ? "GET" : requestMethod;
        return wanted.equals(method) && path.matches(VARIABLE.matcher(template).replaceAll("[^/]+"));
    }

    int variables() {
        return (int) VARIABLE.matcher(template).results().count();
    }

    @Override
    public String toString() {
        return id();
    }
}
