package io.igregulator.webhooks.api.openapi;

/** Changes that come too late, and requests that come again. */
final class ChangeScenes {
    private static final String ALL = "/v1/webhooks";

    private final Stage stage;
    private final Repeats repeats;
    private final String webhook;

    ChangeScenes(Stage stage) {
        this.stage = stage;
        this.repeats = new Repeats(stage);
        this.webhook = stage.createWebhook();
    }

    void play() {
        String one = ALL + "/" + webhook;
        tooLate(Request.of("PATCH", one).json("{\"active\":true}"));
        tooLate(Request.of("POST", one + "/rotate_secret"));
        tooLate(Request.of("POST", one + "/revoke_secrets"));
        tooLate(Request.of("DELETE", one));
        Request create = Request.of("POST", ALL)
                .json("{\"url\":\"" + stage.receiver().url() + "\",\"events\":[\"license.issued\"]}");
        Request rotate = Request.of("POST", one + "/rotate_secret");
        Request recover = Request.of("POST", one + "/recover").json("{\"since\":\"2026-04-20T00:00:00Z\"}");
        Request recoverAll = Request.of("POST", "/v1/recover")
                .json("{\"since\":\"2026-04-20T00:00:00Z\",\"webhooks\":[\"" + webhook + "\"]}");
        repeated(create, "account", stage.customer().accountId());
        repeated(rotate, "endpoint", webhook);
        repeated(recover, "endpoint", webhook);
        repeated(recoverAll, "endpoint", webhook);
        stage.send(recoverAll.target("/v1/recover?dry_run=true"));
        stage.send(recoverAll.target("/v1/recover?dry_run=1"));
    }

    private void tooLate(Request change) {
        stage.send(change.header("If-Match: \"0\""));
    }

    private void repeated(Request request, String table, String id) {
        String key = repeats.play(request, "SELECT FROM " + table + " WHERE id = '" + id + "' FOR UPDATE");
        reused(request, key);
    }

    /** The key of the one is tried on each of the others. */
    private void reused(Request request, String key) {
        String one = ALL + "/" + webhook;
        stage.send(Request.of("POST", ALL)
                .header(key)
                .json("{\"url\":\"https://other/\",\"events\":[\"license.issued\"]}"));
        stage.send(Request.of("POST", one + "/recover").header(key).json("{\"since\":\"2026-04-21T00:00:00Z\"}"));
        stage.send(Request.of("POST", "/v1/recover").header(key).json("{\"since\":\"2026-04-21T00:00:00Z\"}"));
        if (!request.path().endsWith("/rotate_secret")) {
            stage.send(Request.of("POST", one + "/rotate_secret").header(key));
        }
    }
}
