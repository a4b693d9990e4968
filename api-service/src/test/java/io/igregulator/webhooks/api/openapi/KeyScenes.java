package io.igregulator.webhooks.api.openapi;

/** Keys from their issue to their end. */
final class KeyScenes {
    private final Stage stage;

    KeyScenes(Stage stage) {
        this.stage = stage;
    }

    void play() {
        String keys = "/operator/v1/accounts/" + stage.capped().accountId() + "/keys";
        Request issue = Request.of("POST", keys);
        stage.send(issue);
        stage.send(issue.json("{\"scope\":\"all\"}"));
        String terms = "{\"name\":\"dashboard\",\"scope\":\"read\",\"expires_at\":\"2099-01-01T00:00:00Z\"}";
        String line = new Repeats(stage).play(issue.json(terms), "LOCK TABLE audit_entry IN EXCLUSIVE MODE");
        stage.send(issue.header(line).json("{\"name\":\"ci\"}"));
        stage.send(Request.of("GET", keys));
        Request revoke = Request.of("DELETE", keys + "/" + stage.capped().keyId());
        stage.send(revoke);
        stage.send(revoke);
    }
}
