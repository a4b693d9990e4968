package io.igregulator.webhooks.api.openapi;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * One operation of the document.
 *
 * @param parameters its own and its path's, references resolved
 */
record Operation(String method, String template, JsonNode definition, List<JsonNode> parameters) {
    private static final Pattern VARIABLE = Pattern.compile("\\{[^}]+}");

    /** Of a segment, which the service passes over: {@code /v1;a=b/webhooks} is {@code /v1/webhooks}. */
    private static final Pattern PATH_PARAMETERS = Pattern.compile(";[^/]*");

    String id() {
        return definition.path("operationId").asString();
    }

    /** What it takes as a body; the first, where there are several kinds. */
    Optional<Body> body() {
        return definition.at("/requestBody/content").properties().stream()
                .findFirst()
                .map(content -> new Body(content.getKey(), content.getValue()));
    }

    /** A kind of body. */
    record Body(String mediaType, JsonNode definition) {
        JsonNode schema() {
            return definition.path("schema");
        }

        /** As they are sent. */
        List<String> examples(Spec spec) {
            return definition
                    .path("examples")
                    .valueStream()
                    .map(example -> spec.resolve(example).path("value"))
                    .map(value -> value.isString() ? value.stringValue() : value.toString())
                    .toList();
        }

        /** Whether it is made from its schema: other than JSON, and one of several schemas, is an example. */
        boolean isMade(Spec spec) {
            return mediaType.equals("application/json")
                    && !spec.resolve(schema()).has("oneOf");
        }
    }

    JsonNode responses() {
        return definition.path("responses");
    }

    /** @param place as in the document: path, query or header */
    List<JsonNode> parameters(String place) {
        return parameters.stream()
                .filter(parameter -> parameter.path("in").asString().equals(place))
                .toList();
    }

    /** A HEAD is a GET whose body stays away. */
    boolean matches(String requestMethod, String path) {
        String wanted = requestMethod.equals("HEAD") ? "GET" : requestMethod;
        String plain = PATH_PARAMETERS.matcher(path).replaceAll("");
        return wanted.equals(method) && plain.matches(VARIABLE.matcher(template).replaceAll("[^/]+"));
    }

    int variables() {
        return (int) VARIABLE.matcher(template).results().count();
    }

    @Override
    public String toString() {
        return id();
    }
}
