package io.igregulator.webhooks.api.openapi;

import java.util.UUID;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Makes every operation refuse for the reasons that are not its own: keys, media types, sizes, unknown ids, a defect. */
final class SharedRefusals {
    private final Stage stage;
    private final Credentials credentials;

    SharedRefusals(Stage stage, Credentials credentials) {
        this.stage = stage;
        this.credentials = credentials;
    }

    void play() {
        for (Operation operation : stage.spec().operations()) {
            keys(operation);
            form(operation);
            unknownIds(operation);
            if (operation.definition().has("requestBody")) {
                bodies(operation);
            }
        }
        withFailing(FailingDatabase::byDefect);
        withFailing(FailingDatabase::readOnly);
        outside();
    }

    private void keys(Operation operation) {
        keys(stage.plain(operation));
        if (!operation.method().equals("GET")) {
            stage.door().send(stage.plain(operation).key(credentials.readOnly()));
        }
    }

    private void keys(Request request) {
        stage.door().send(request);
        stage.door().send(request.header("Authorization: Basic dXNlcjpwYXNz"));
        credentials.refused().forEach(key -> stage.door().send(request.key(key)));
    }

    private void form(Operation operation) {
        Request request = stage.plain(operation);
        stage.send(request.target(request.target() + "?|"));
        stage.send(request.target(request.target() + "?" + "x".repeat(9000)));
        stage.send(request.header("X-Large: " + "x".repeat(9000)));
        if (operation.responses().has("406")) {
            stage.send(request.header("Accept: text/html"));
        }
    }

    /** Each id of the path in turn, the others being known. */
    private void unknownIds(Operation operation) {
        for (JsonNode parameter : operation.parameters("path")) {
            String name = parameter.path("name").asString();
            if (parameter.path("in").asString().equals("path")
                    && operation.responses().has("404")) {
                String path = operation
                        .template()
                        .replace("{" + name + "}", UUID.randomUUID().toString());
                Operation other =
                        new Operation(operation.method(), path, operation.definition(), operation.parameters());
                stage.send(stage.plain(other));
            }
        }
    }

    private void bodies(Operation operation) {
        Request request = stage.plain(operation);
        stage.send(request.header("Content-Type: text/plain"));
        stage.send(request.json(" ".repeat(70_000)));
        stage.send(request.json("{"));
        stage.send(request.json("{}"));
        stage.send(request.json("{\"no_such_field\":1}"));
    }

    private void withFailing(Function<JdbcClient, FailingDatabase> failing) {
        try (FailingDatabase _ = failing.apply(stage.api().database())) {
            stage.spec().operations().forEach(operation -> stage.send(stage.plain(operation)));
        }
    }

    private void outside() {
        String nothing = stage.side().path("/nothing");
        String collection = stage.side().collection();
        Request unknown = Request.of("GET", nothing);
        stage.send(unknown);
        stage.send(unknown.target(nothing + "?|"));
        stage.send(unknown.target(nothing + "?" + "x".repeat(9000)));
        stage.send(unknown.header("X-Large: " + "x".repeat(9000)));
        stage.send(unknown.method("TRACE"));
        stage.send(Request.of("TRACE", collection));
        stage.send(Request.of("PUT", collection).json("{}"));
        stage.send(Request.of("OPTIONS", collection));
        stage.send(unknown.header("Transfer-Encoding: brotli"));
        // The version that a request ends its first line with becomes a header's text.
        stage.send(unknown.target(nothing + " HTTP/3.7\r\nX-Rest:"));
        keys(unknown);
        stage.door().send(unknown.method("POST").key(credentials.readOnly()));
    }
}
