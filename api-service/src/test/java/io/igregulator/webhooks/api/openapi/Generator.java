package io.igregulator.webhooks.api.openapi;

import io.igregulator.webhooks.api.openapi.Generated.Verdict;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Makes requests from the document: valid ones, and ones broken somewhere. */
final class Generator {
    private static final JsonMapper JSON = JsonMapper.shared();

    /** The only spelling in which half a surrogate pair can travel. */
    private static final JsonMapper ESCAPED =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    private static final List<String> NO_IDS =
            List.of("x", "0", "%20", "-", "a%C3%A9", "null", "%F0%9F%98%80", "..%3B", "1".repeat(300), "a%0Ab", "%FF");
    private static final List<String> NO_VALUES = List.of(
            "", "-1", "0", "1e3", "99999999999999999999", "true", "a%00b", "%FF", "%ED%A0%80", "x".repeat(600), "*");

    private final Spec spec;
    private final Pool pool;
    private final RandomGenerator random;
    private final Values values;
    private final BreakJson breakJson;
    private final Schemas schemas;
    private final Supplier<String> keys;

    /** @param keys which caller asks, chosen for each request */
    Generator(Spec spec, Pool pool, RandomGenerator random, Supplier<String> keys) {
        this.spec = spec;
        this.pool = pool;
        this.random = random;
        this.values = new Values(spec, pool, random);
        this.breakJson = new BreakJson(random);
        this.schemas = Schemas.open(spec);
        this.keys = keys;
    }

    Generated next() {
        Operation operation =
                spec.operations().get(random.nextInt(spec.operations().size()));
        return switch (random.nextInt(5)) {
            case 0, 1 -> new Generated(valid(operation), Verdict.VALID);
            case 2 -> brokenBody(operation);
            case 3 -> brokenParameter(operation);
            default -> new Generated(broken(operation), Verdict.UNCLEAR);
        };
    }

    Request valid(Operation operation) {
        Request request = Request.of(operation.method(), path(operation) + query(operation))
                .key(keys.get());
        return operation
                .body()
                .map(body -> request.body(body.mediaType(), bodyOf(body)))
                .orElse(request);
    }

    private String bodyOf(Operation.Body body) {
        return body.isMade(spec) ? JSON.writeValueAsString(values.of(body.schema(), "")) : pick(body.examples(spec));
    }

    private Request broken(Operation operation) {
        Request request = valid(operation);
        int times = 1 + random.nextInt(2);
        for (int i = 0; i < times; i++) {
            request = BreakRequest.one(request, random);
        }
        return request;
    }

    private Generated brokenBody(Operation operation) {
        Optional<Operation.Body> taken =
                operation.body().filter(body -> body.mediaType().equals("application/json"));
        if (taken.isEmpty()) {
            return new Generated(broken(operation), Verdict.UNCLEAR);
        }
        JsonNode body = breakJson.one(JSON.readTree(bodyOf(taken.get())));
        Request request = valid(operation).json(ESCAPED.writeValueAsString(body));
        boolean allowed = schemas.problems(taken.get().schema(), body).isEmpty();
        return new Generated(request, allowed ? Verdict.UNCLEAR : Verdict.INVALID);
    }

    /** One parameter gets a value that was not made for it. */
    private Generated brokenParameter(Operation operation) {
        Request request = valid(operation);
        List<JsonNode> all = operation.parameters();
        if (all.isEmpty()) {
            return new Generated(broken(operation), Verdict.UNCLEAR);
        }
        JsonNode parameter = all.get(random.nextInt(all.size()));
        String name = parameter.path("name").asString();
        if (parameter.path("in").asString().equals("query")) {
            String more = name + "=" + pick(NO_VALUES) + (random.nextInt(4) == 0 ? "&" + name + "=1" : "");
            return new Generated(request.target(request.path() + "?" + more), Verdict.UNCLEAR);
        }
        String template = operation.template().replace("{" + name + "}", pick(NO_IDS));
        return new Generated(request.target(fill(template, operation)), Verdict.UNCLEAR);
    }

    private String path(Operation operation) {
        return fill(operation.template(), operation);
    }

    private String fill(String template, Operation operation) {
        String path = template;
        for (JsonNode parameter : operation.parameters("path")) {
            String name = parameter.path("name").asString();
            String value = random.nextInt(6) == 0 ? unknown(parameter) : pool.any(name, random);
            path = path.replace("{" + name + "}", value);
        }
        return path;
    }

    private String unknown(JsonNode parameter) {
        return spec.resolve(parameter.path("schema"))
                        .path("format")
                        .asString("")
                        .equals("uuid")
                ? new UUID(random.nextLong(), random.nextLong()).toString()
                : "no-such-" + random.nextInt(1000);
    }

    private String query(Operation operation) {
        List<String> pairs = new ArrayList<>();
        for (JsonNode parameter : operation.parameters("query")) {
            if (parameter.path("required").asBoolean(false) || random.nextInt(3) == 0) {
                String name = parameter.path("name").asString();
                String value = text(values.of(parameter.path("schema"), name));
                pairs.add(name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8));
            }
        }
        return pairs.isEmpty() ? "" : "?" + String.join("&", pairs);
    }

    /** Several values have a comma between them. */
    private static String text(JsonNode value) {
        return value.isArray()
                ? value.valueStream().map(JsonNode::asString).collect(Collectors.joining(","))
                : value.asString();
    }

    private String pick(List<String> all) {
        return all.get(random.nextInt(all.size()));
    }
}
