package io.igregulator.webhooks.api.openapi;

import io.igregulator.webhooks.api.fixture.RunningApi;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** The document as the service serves it. */
final class Spec {
    private static final Set<String> METHODS =
            Set.of("get", "put", "post", "patch", "delete", "head", "options", "trace");

    private final JsonNode root;
    private final List<Operation> operations;

    private Spec(JsonNode root) {
        this.root = root;
        this.operations = List.copyOf(read());
    }

    static Spec of(RunningApi api, Documented side) {
        return new Spec(side.stranger(api).get(side.document()).is(200).json());
    }

    JsonNode root() {
        return root;
    }

    List<Operation> operations() {
        return operations;
    }

    /** The one that the service would choose: literal segments win over variables. */
    Optional<Operation> operation(String method, String path) {
        return operations.stream()
                .filter(operation -> operation.matches(method, path))
                .min(Comparator.comparingInt(Operation::variables));
    }

    /** Answers to what matches no operation. */
    JsonNode outside() {
        return root.path("x-outside-operations");
    }

    JsonNode resolve(JsonNode node) {
        JsonNode reference = node.path("$ref");
        return reference.isString() ? resolve(at(reference.stringValue())) : node;
    }

    /** @param reference as it stands in a {@code $ref} */
    JsonNode at(String reference) {
        return root.at(reference.substring(1));
    }

    /** Every answer that the document promises. */
    Set<Outcome> outcomes() {
        Set<Outcome> outcomes = new TreeSet<>();
        operations.forEach(operation -> collect(operation.id(), operation.responses(), outcomes));
        collect(Outcome.NONE, outside(), outcomes);
        return outcomes;
    }

    private void collect(String operation, JsonNode responses, Set<Outcome> outcomes) {
        responses.forEachEntry((status, response) -> {
            int code = Integer.parseInt(status);
            JsonNode examples = resolve(response).at("/content/application~1json/examples");
            if (code < 400) {
                outcomes.add(new Outcome(operation, code, ""));
            } else {
                examples.forEach(example -> outcomes.add(new Outcome(operation, code, reason(example))));
            }
        });
    }

    private String reason(JsonNode example) {
        return Outcome.reason(resolve(example).path("value"));
    }

    private List<Operation> read() {
        List<Operation> found = new ArrayList<>();
        root.path("paths")
                .forEachEntry((template, path) -> path.forEachEntry((method, definition) -> {
                    if (METHODS.contains(method)) {
                        found.add(new Operation(
                                method.toUpperCase(Locale.ROOT), template, definition, parameters(path, definition)));
                    }
                }));
        return found;
    }

    private List<JsonNode> parameters(JsonNode path, JsonNode definition) {
        List<JsonNode> parameters = new ArrayList<>();
        path.path("parameters").forEach(parameter -> parameters.add(resolve(parameter)));
        definition.path("parameters").forEach(parameter -> parameters.add(resolve(parameter)));
        return parameters.stream()
                .collect(Collectors.toMap(Spec::nameAndPlace, Function.identity(), (general, special) -> special))
                .values()
                .stream()
                .sorted(Comparator.comparing(Spec::nameAndPlace))
                .toList();
    }

    private static String nameAndPlace(JsonNode parameter) {
        return parameter.path("in").asString() + " " + parameter.path("name").asString();
    }
}
