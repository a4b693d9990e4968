package io.igregulator.webhooks.api.openapi;

import io.igregulator.webhooks.api.fixture.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Whether an answer is one that the document promises: its status, headers, body and reason. */
final class Conformity {
    /** Of HTTP itself, on any answer. */
    private static final Set<String> TRANSPORT =
            Set.of("content-type", "content-length", "transfer-encoding", "connection", "date", "keep-alive");

    private static final JsonMapper JSON = JsonMapper.shared();

    private final Spec spec;
    private final Schemas schemas;

    Conformity(Spec spec) {
        this.spec = spec;
        this.schemas = Schemas.strict(spec);
    }

    Outcome outcome(Exchange exchange) {
        String operation = operation(exchange).map(Operation::id).orElse(Outcome.NONE);
        return new Outcome(operation, exchange.answer().status(), exchange.reason());
    }

    /** @return what the document does not say so; nothing if all is as promised */
    List<String> problems(Exchange exchange) {
        int status = exchange.answer().status();
        JsonNode responses = operation(exchange).map(Operation::responses).orElse(spec.outside());
        JsonNode response = spec.resolve(responses.path(String.valueOf(status)));
        if (response.isMissingNode()) {
            return List.of("status " + status + " is not documented");
        }
        List<String> problems = new ArrayList<>(headers(response.path("headers"), exchange.answer()));
        problems.addAll(body(response.path("content"), exchange));
        return problems;
    }

    private Optional<Operation> operation(Exchange exchange) {
        return spec.operation(exchange.request().method(), exchange.request().path());
    }

    private List<String> headers(JsonNode documented, Answer answer) {
        List<String> problems = new ArrayList<>();
        Set<String> names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        documented.forEachEntry((name, reference) -> {
            names.add(name);
            JsonNode header = spec.resolve(reference);
            List<String> values = answer.headers().allValues(name);
            if (values.isEmpty() && header.path("required").asBoolean(false)) {
                problems.add("header " + name + " is missing");
            }
            values.forEach(value -> schemas.problems(header.path("schema"), typed(header, value))
                    .forEach(problem -> problems.add("header " + name + problem)));
        });
        answer.headers().map().keySet().stream()
                .filter(name -> !names.contains(name) && !TRANSPORT.contains(name.toLowerCase(Locale.ROOT)))
                .forEach(name -> problems.add("header " + name + " is not documented"));
        return problems;
    }

    private JsonNode typed(JsonNode header, String value) {
        boolean integer =
                spec.resolve(header.path("schema")).path("type").asString("").equals("integer");
        return integer && value.matches("-?[0-9]{1,18}")
                ? JSON.valueToTree(Long.valueOf(value))
                : JSON.valueToTree(value);
    }

    private List<String> body(JsonNode content, Exchange exchange) {
        Answer answer = exchange.answer();
        if (exchange.request().method().equals("HEAD") || content.isMissingNode()) {
            return answer.body().isEmpty() ? List.of() : List.of("there is a body");
        }
        JsonNode media = content.path(answer.header("Content-Type"));
        if (media.isMissingNode()) {
            return List.of("content type " + answer.header("Content-Type") + " is not documented");
        }
        try {
            JsonNode body = answer.json();
            List<String> problems = new ArrayList<>(schemas.problems(media.path("schema"), body));
            problems.addAll(reason(media.path("examples"), body, answer.status()));
            return problems;
        } catch (JacksonException e) {
            return List.of("the body is not JSON");
        }
    }

    /** The examples of an error response hold each of its reasons. */
    private List<String> reason(JsonNode examples, JsonNode body, int status) {
        List<String> known = examples.valueStream()
                .map(example -> Outcome.reason(spec.resolve(example).path("value")))
                .toList();
        String reason = Outcome.reason(body);
        return status < 400 || known.contains(reason)
                ? List.of()
                : List.of(reason + " is not documented, only " + known);
    }
}
