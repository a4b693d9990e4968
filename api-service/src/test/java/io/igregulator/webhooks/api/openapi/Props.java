package io.igregulator.webhooks.api.openapi;

import io.igregulator.webhooks.event.EventType;

/** Fills the pool with things that there are, so that generated requests find something. */
final class Props {
    private static final String OPERATOR = "nordlys-casino";

    private final Stage stage;
    private final PastDeliveries past;

    Props(Stage stage) {
        this.stage = stage;
        this.past = new PastDeliveries(stage.api().database());
    }

    void place() {
        Pool pool = stage.pool();
        pool.add("url", stage.receiver().url());
        pool.add("since", "2026-04-20T12:00:00Z");
        pool.add("until", "2999-01-01T00:00:00Z");
        pool.add("type", EventType.COVERAGE_RESTORED.wireName());
        operator();
        planRate();
        String webhook = stage.createWebhook();
        webhook(webhook);
        pool.add("recovery_id", recovery(webhook));
        pool.add("DeliveryCursor", cursor("/v1/webhooks/" + webhook + "/deliveries?limit=1"));
        new EventScenes(stage).place();
        pool.add("FeedCursor", cursor("/v1/watchlist/events"));
    }

    /** A webhook with a past. */
    void webhook(String id) {
        stage.pool().add("id", id);
        past.withoutEvent(id);
        stage.pool().add("delivery_id", past.failed(id, 8));
    }

    /** The fixture's accounts may ask as often as they like; this one as often as its plan says. */
    private void planRate() {
        stage.api()
                .database()
                .sql("UPDATE account SET requests_per_second = NULL WHERE id = ?::uuid")
                .param(stage.capped().accountId())
                .update();
    }

    private void operator() {
        stage.pool().add("operator_slug", OPERATOR);
        stage.api()
                .database()
                .sql("INSERT INTO operator (slug) VALUES (?) ON CONFLICT DO NOTHING")
                .param(OPERATOR)
                .update();
    }

    private String recovery(String webhook) {
        Request recover = Request.of("POST", "/v1/webhooks/" + webhook + "/recover");
        return stage.send(recover.json("{\"since\":\"2026-04-20T12:00:00Z\"}"))
                .answer()
                .json()
                .path("id")
                .asString();
    }

    private String cursor(String page) {
        return stage.send(Request.of("GET", page))
                .answer()
                .json()
                .path("next_cursor")
                .asString();
    }
}
