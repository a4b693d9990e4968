package io.igregulator.webhooks.api.openapi;

import java.util.UUID;

/** An account's webhooks in the hands of the operator. */
final class AccountWebhookScenes {
    private final Stage stage;
    private final String all;
    private final String one;
    private final String webhook;

    AccountWebhookScenes(Stage stage) {
        this.stage = stage;
        this.webhook = stage.createWebhook();
        this.all = "/operator/v1/accounts/" + stage.customer().accountId() + "/webhooks";
        this.one = all + "/" + webhook;
    }

    void play() {
        list();
        stage.send(Request.of("GET", one));
        figures();
        resume();
        stop();
        history();
    }

    private void list() {
        stage.send(Request.of("GET", all));
        String cursor = stage.send(Request.of("GET", all + "?limit=1"))
                .answer()
                .json()
                .path("next_cursor")
                .asString();
        stage.pool().add("WebhookCursor", cursor);
        stage.send(Request.of("GET", all + "?cursor=" + cursor + "&active=true&event=license.issued&q=http"));
        stage.send(Request.of("GET", all + "?cursor=x"));
        stage.send(Request.of("GET", all + "?active=1"));
    }

    private void figures() {
        stage.send(Request.of("GET", one + "/figures"));
        stage.send(Request.of("GET", one + "/figures?step=hour&since=2026-01-01T00:00:00Z&until=2026-01-02T00:00:00Z"));
        stage.send(Request.of("GET", one + "/figures?step=week"));
    }

    private void resume() {
        Request resume = Request.of("POST", one + "/resume");
        stage.send(resume);
        stage.send(resume);
    }

    private void stop() {
        patch("{\"active\":false}");
        patch("{\"active\":true,\"reason\":\"none\"}");
        patch("{\"active\":false,\"reason\":\"the host's owner has asked for it\"}");
        stage.send(Request.of("GET", one));
        stage.send(Request.of("POST", one + "/resume"));
        stage.send(Request.of("PATCH", one).header("If-Match: \"0\"").json("{\"active\":true}"));
        patch("{\"active\":true}");
    }

    private void patch(String body) {
        stage.send(Request.of("PATCH", one).json(body));
    }

    private void history() {
        PastDeliveries past = new PastDeliveries(stage.api().database());
        past.withoutEvent(webhook);
        String failed = past.failed(webhook, 8);
        stage.pool().add("id", webhook);
        stage.pool().add("delivery_id", failed);
        deliveries(one + "/deliveries");
        String ofAll = all.replace("/webhooks", "/deliveries");
        deliveries(ofAll);
        stage.send(Request.of("GET", ofAll + "?webhook=" + webhook));
        stage.send(Request.of("GET", ofAll + "?webhook=" + webhook + "," + UUID.randomUUID()));
        stage.send(Request.of("GET", one + "/deliveries/" + failed));
    }

    private void deliveries(String list) {
        String cursor = stage.send(Request.of("GET", list + "?limit=1"))
                .answer()
                .json()
                .path("next_cursor")
                .asString();
        stage.pool().add("DeliveryCursor", cursor);
        stage.send(Request.of("GET", list + "?cursor=" + cursor));
        stage.send(Request.of("GET", list + "?status=failed&event=coverage.degraded&limit=200"));
        stage.send(Request.of("GET", list + "?http_status=404,5xx&since=2026-04-20T06:00:00Z"));
        stage.send(Request.of("GET", list + "?http_status=503&error=timeout"));
        stage.send(Request.of("GET", list + "?limit=201"));
        stage.send(Request.of("GET", list + "?order=asc"));
    }
}
