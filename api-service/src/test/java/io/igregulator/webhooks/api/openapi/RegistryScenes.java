package io.igregulator.webhooks.api.openapi;

/** Operators as they are imported and read. */
final class RegistryScenes {
    private static final String ALL = "/operator/v1/operators";

    private final Stage stage;

    RegistryScenes(Stage stage) {
        this.stage = stage;
    }

    void play() {
        imported("{\"slug\":\"nordlys-casino\",\"country\":\"MT\"}\n{\"slug\":\"harbour-bet\"}");
        imported("{\"slug\":\"No Slug\"}");
        imported("{\"display_name\":\"Nordlys\"}");
        imported("{\"slug\":\"nordlys-casino\",\"colour\":\"red\"}");
        imported("\n".repeat(70_000));
        String cursor = stage.send(Request.of("GET", ALL + "?limit=1"))
                .answer()
                .json()
                .path("next_cursor")
                .asString();
        stage.pool().add("OperatorCursor", cursor);
        stage.send(Request.of("GET", ALL + "?limit=500&cursor=" + cursor));
        stage.send(Request.of("GET", ALL + "?limit=501"));
        stage.send(Request.of("GET", ALL + "/nordlys-casino"));
        stage.send(Request.of("GET", ALL + "/No_Slug"));
    }

    private void imported(String lines) {
        stage.send(Request.of("POST", ALL).body("application/x-ndjson", lines));
    }
}
