package io.igregulator.webhooks.api.openapi;

/** Accounts from their creation to their suspension. */
final class AccountScenes {
    private static final String ALL = "/operator/v1/accounts";

    private final Stage stage;

    AccountScenes(Stage stage) {
        this.stage = stage;
    }

    void play() {
        String one = ALL + "/" + create();
        find();
        stage.send(Request.of("GET", one));
        patch(one, "{\"plan\":\"business\",\"requests_per_second\":40}");
        patch(one, "{\"suspended\":true,\"deliveries_suspended\":true}");
        patch(one, "{\"plan\":\"free\"}");
        patch(one, "{\"notify_url\":\"" + stage.receiver().url() + "\"}");
        patch(one, "{\"notify_url\":\"http://10.0.0.1/\"}");
        link(one);
    }

    private void link(String one) {
        Request issue = Request.of("POST", one + "/portal_links");
        stage.send(issue.json("{\"role\":\"viewer\"}"));
        stage.send(issue.json("{\"role\":\"editor\",\"return_url\":\"https://app.example.com/\",\"ttl\":\"10s\"}"));
        stage.send(issue.json("{\"ttl\":\"10s\"}"));
        stage.send(issue.json("{\"role\":\"owner\"}"));
    }

    private String create() {
        Request create = Request.of("POST", ALL);
        String pro = "{\"name\":\"Beacon\",\"plan\":\"pro\"}";
        String key = new Repeats(stage).play(create.json(pro), "LOCK TABLE audit_entry IN EXCLUSIVE MODE");
        stage.send(create.header(key).json("{\"name\":\"Beacon\",\"plan\":\"starter\"}"));
        stage.send(create.json("{\"name\":\"Beacon\"}"));
        stage.send(create.json("{\"name\":\"Beacon\",\"plan\":\"free\"}"));
        return stage.send(create.json(pro)).answer().json().path("id").asString();
    }

    private void find() {
        String cursor = stage.send(Request.of("GET", ALL + "?limit=1"))
                .answer()
                .json()
                .path("next_cursor")
                .asString();
        stage.pool().add("AccountCursor", cursor);
        stage.send(Request.of("GET", ALL + "?q=beaCON&limit=200&cursor=" + cursor));
        stage.send(Request.of("GET", ALL + "?q=" + stage.customer().accountId()));
        stage.send(Request.of("GET", ALL + "?q="));
        stage.send(Request.of("GET", ALL + "?limit=201"));
        stage.send(Request.of("GET", ALL + "?cursor=x"));
    }

    private void patch(String one, String body) {
        stage.send(Request.of("PATCH", one).json(body));
    }
}
