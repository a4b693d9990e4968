package io.igregulator.webhooks.api.openapi;

import io.igregulator.webhooks.api.fixture.RunningApi;
import io.igregulator.webhooks.api.fixture.RunningApi.Customer;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/** Makes every operation refuse for the reasons that are not its own: keys, media types, sizes, unknown ids, a defect. */
final class SharedRefusals {
    private final Stage stage;
    private final Customer revoked;
    private final Customer suspended;
    private final String expired;
    private final String readOnly;

    SharedRefusals(Stage stage) {
        this.stage = stage;
        this.revoked = stage.api().customer("pro");
        this.suspended = stage.api().customer("pro");
        RunningApi api = stage.api();
        api.operator()
                .delete("/operator/v1/accounts/" + revoked.accountId() + "/keys/" + revoked.keyId())
                .is(204);
        api.operator()
                .patch("/operator/v1/accounts/" + suspended.accountId(), "{\"suspended\":true}")
                .is(200);
        this.readOnly = key("{\"scope\":\"read\"}");
        this.expired = key("{\"expires_at\":\"2099-01-01T00:00:00Z\"}");
        api.database()
                .sql("UPDATE api_key SET expires_at = now() - interval '1 second' WHERE expires_at IS NOT NULL")
                .update();
    }

    private String key(String terms) {
        return stage.api()
                .operator()
                .post("/operator/v1/accounts/" + stage.customer().accountId() + "/keys", terms)
                .is(201)
                .json()
                .path("api_key")
                .asString();
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
        defects();
        outage();
        outside();
    }

    private void keys(Operation operation) {
        Request request = stage.plain(operation);
        stage.door().send(request);
        stage.door().send(request.header("Authorization: Basic dXNlcjpwYXNz"));
        stage.door().send(request.key("igk_" + "x".repeat(32)));
        stage.door().send(request.key(revoked.key()));
        stage.door().send(request.key(suspended.key()));
        stage.door().send(request.key(expired));
        if (!operation.method().equals("GET")) {
            stage.door().send(request.key(readOnly));
        }
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

    /** A table that is away stands for any defect of ours. */
    private void defects() {
        rename("api_key", "api_key_away");
        try {
            stage.spec().operations().forEach(operation -> stage.send(stage.plain(operation)));
        } finally {
            rename("api_key_away", "api_key");
        }
    }

    /** Refused as a PostgreSQL that is the primary no longer refuses writes. */
    private void outage() {
        stage.api().database().sql("""
                        CREATE FUNCTION refuse_as_read_only() RETURNS trigger LANGUAGE plpgsql AS $$
                        BEGIN
                            RAISE EXCEPTION 'read-only' USING ERRCODE = '25006';
                        END $$
                        """).update();
        stage.api().database().sql("""
                        CREATE TRIGGER read_only BEFORE INSERT ON request_bucket
                        FOR EACH STATEMENT EXECUTE FUNCTION refuse_as_read_only()
                        """).update();
        try {
            stage.spec().operations().forEach(operation -> stage.send(stage.plain(operation)));
        } finally {
            stage.api()
                    .database()
                    .sql("DROP FUNCTION refuse_as_read_only CASCADE")
                    .update();
        }
    }

    private void rename(String from, String to) {
        stage.api().database().sql("ALTER TABLE " + from + " RENAME TO " + to).update();
    }

    private void outside() {
        Request unknown = Request.of("GET", "/v1/nothing");
        stage.send(unknown);
        stage.send(unknown.target("/v1/nothing?|"));
        stage.send(unknown.target("/v1/nothing?" + "x".repeat(9000)));
        stage.send(unknown.header("X-Large: " + "x".repeat(9000)));
        stage.send(unknown.method("TRACE"));
        stage.send(Request.of("TRACE", "/v1/webhooks"));
        stage.send(Request.of("PUT", "/v1/webhooks").json("{}"));
        stage.send(Request.of("OPTIONS", "/v1/webhooks"));
        stage.send(unknown.header("Transfer-Encoding: brotli"));
        // The version that a request ends its first line with becomes a header's text.
        stage.send(unknown.target("/v1/nothing HTTP/3.7\r\nX-Rest:"));
        stage.door().send(unknown);
        stage.door().send(unknown.header("Authorization: Basic dXNlcjpwYXNz"));
        stage.door().send(unknown.key("igk_" + "x".repeat(32)));
        stage.door().send(unknown.key(revoked.key()));
        stage.door().send(unknown.key(suspended.key()));
        stage.door().send(unknown.key(expired));
        stage.door().send(unknown.method("POST").key(readOnly));
    }
}
