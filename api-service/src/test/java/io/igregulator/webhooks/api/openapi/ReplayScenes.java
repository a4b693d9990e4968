package io.igregulator.webhooks.api.openapi;

/** Stored events that are to be fanned out again. */
final class ReplayScenes {
    private static final String REPLAYS = "/operator/v1/replays";
    private static final String DAY = "{\"from\":\"2026-04-20T00:00:00Z\",\"to\":\"2026-04-21T00:00:00Z\"}";

    private final Stage stage;

    ReplayScenes(Stage stage) {
        this.stage = stage;
    }

    void play() {
        Request start = Request.of("POST", REPLAYS);
        String key = new Repeats(stage).play(start.json(DAY), "LOCK TABLE audit_entry IN EXCLUSIVE MODE");
        stage.send(start.header(key).json(DAY.replace("21T", "22T")));
        stage.send(start.json(DAY.replace("21T", "20T")));
        String id = stage.send(start.json(DAY.replace("}", ",\"types\":[\"license.issued\"]}")))
                .answer()
                .json()
                .path("id")
                .asString();
        stage.pool().add("replay_id", id);
        stage.send(Request.of("GET", REPLAYS + "/" + id));
    }
}
