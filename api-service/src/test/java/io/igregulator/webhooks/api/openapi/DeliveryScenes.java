package io.igregulator.webhooks.api.openapi;

import java.util.UUID;

/** History, resends and recoveries, of deliveries as a worker would have left them. */
final class DeliveryScenes {
    private final Stage stage;
    private final PastDeliveries past;
    private final String webhook;

    DeliveryScenes(Stage stage) {
        this.stage = stage;
        this.past = new PastDeliveries(stage.api().database());
        this.webhook = stage.pool().latest("id");
    }

    void play() {
        String failed = past.failed(webhook, 8);
        String forgotten = past.withoutEvent(webhook);
        String exhausted = past.failed(webhook, 100);
        stage.pool().add("delivery_id", failed);
        list();
        get(forgotten);
        get(failed);
        resend(failed);
        resend(forgotten);
        resend(exhausted);
        recoveries();
    }

    private void list() {
        list("/v1/webhooks/" + webhook + "/deliveries");
        list("/v1/deliveries");
        stage.send(Request.of("GET", "/v1/deliveries?webhook=" + webhook));
        stage.send(Request.of("GET", "/v1/deliveries?webhook=" + webhook + "," + UUID.randomUUID()));
    }

    private void list(String all) {
        String cursor = stage.send(Request.of("GET", all + "?limit=1"))
                .answer()
                .json()
                .path("next_cursor")
                .asString();
        stage.pool().add("cursor", cursor);
        stage.send(Request.of("GET", all + "?cursor=" + cursor));
        stage.send(Request.of("GET", all + "?status=failed&event=coverage.degraded&limit=200"));
        stage.send(Request.of("GET", all + "?http_status=404,5xx&since=2026-04-20T06:00:00Z"));
        stage.send(Request.of("GET", all + "?http_status=503&error=timeout"));
        stage.send(Request.of("GET", all + "?limit=201"));
        stage.send(Request.of("GET", all + "?cursor=x"));
        stage.send(Request.of("GET", all + "?order=asc"));
    }

    private void get(String delivery) {
        stage.send(Request.of("GET", "/v1/webhooks/" + webhook + "/deliveries/" + delivery));
    }

    private void resend(String delivery) {
        stage.send(Request.of("POST", "/v1/webhooks/" + webhook + "/deliveries/" + delivery + "/resend"));
    }

    private void recoveries() {
        Request recover = Request.of("POST", "/v1/webhooks/" + webhook + "/recover");
        stage.send(recover.json("{\"since\":\"2999-01-01T00:00:00Z\"}"));
        String id = "";
        for (int i = 0; i <= 10; i++) {
            Exchange started = stage.send(recover.json("{\"since\":\"2026-04-20T00:00:00Z\"}"));
            id = started.answer().status() == 202
                    ? started.answer().json().path("id").asString()
                    : id;
        }
        stage.pool().add("recovery_id", id);
        stage.send(Request.of("GET", "/v1/webhooks/" + webhook + "/recoveries"));
        stage.send(Request.of("GET", "/v1/webhooks/" + webhook + "/recoveries/" + id));
        ofAccount();
    }

    private void ofAccount() {
        Request recover = Request.of("POST", "/v1/recover");
        stage.send(recover.json("{\"since\":\"2026-04-20T00:00:00Z\",\"what\":[]}"));
        stage.send(recover.json("{\"what\":[\"missed\"]}"));
        // One of the account's webhooks has too many.
        stage.send(recover.json("{\"since\":\"2026-04-20T00:00:00Z\"}"));
        stage.send(recover.json("{\"since\":\"2026-04-20T00:00:00Z\",\"webhooks\":[\"" + UUID.randomUUID() + "\"]}"));
    }
}
