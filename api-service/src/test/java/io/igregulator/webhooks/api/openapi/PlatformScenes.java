package io.igregulator.webhooks.api.openapi;

/** What happens on the platform. */
final class PlatformScenes {
    private static final String AUDIT = "/operator/v1/audit";
    private static final String FAILING = "/operator/v1/failing";

    private final Stage stage;

    PlatformScenes(Stage stage) {
        this.stage = stage;
    }

    void play() {
        open(stage.createWebhook());
        stage.send(Request.of("GET", "/operator/v1/circuits"));
        stage.send(Request.of("GET", "/operator/v1/overview"));
        stage.send(Request.of("GET", "/operator/v1/lag"));
        failing();
        audit();
    }

    private void failing() {
        open(stage.createWebhook());
        String cursor = stage.send(Request.of("GET", FAILING + "?limit=1"))
                .answer()
                .json()
                .path("next_cursor")
                .asString();
        stage.send(Request.of("GET", FAILING + "?cursor=" + cursor));
        stage.send(Request.of("GET", FAILING + "?limit=101"));
        stage.send(Request.of("GET", FAILING + "?state=held"));
    }

    /** As a worker does when a receiver keeps failing. */
    private void open(String webhook) {
        stage.api().database().sql("""
                        INSERT INTO endpoint_circuit (endpoint_id, shard, opened_at, openings, probe_at, last_error)
                        VALUES (?::uuid, 3, now(), 4, now(), 'timeout')
                        """).param(webhook).update();
    }

    private void audit() {
        String cursor = stage.send(Request.of("GET", AUDIT + "?limit=1"))
                .answer()
                .json()
                .path("next_cursor")
                .asString();
        stage.pool().add("AuditCursor", cursor);
        stage.send(Request.of("GET", AUDIT + "?cursor=" + cursor));
        stage.send(Request.of("GET", AUDIT + "?limit=200"));
        stage.send(Request.of(
                "GET",
                AUDIT + "?action=account.updated&since=2020-01-01T00:00:00Z&account_id="
                        + stage.customer().accountId()));
        stage.send(Request.of("GET", AUDIT + "?action=account.painted"));
        stage.send(Request.of("GET", AUDIT + "?limit=201"));
    }
}
