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
        pool.add("since", "2026-04-20T12:00:00Z");
        pool.add("until", "2999-01-01T00:00:00Z");
        operator();
        webhook(stage.createWebhook());
        switch (stage.side()) {
            case PUBLIC -> ofAccount();
            case OPERATOR -> ofOperator();
        }
    }

    private void ofAccount() {
        Pool pool = stage.pool();
        String webhook = "/v1/webhooks/" + pool.latest("id");
        pool.add("url", stage.receiver().url());
        pool.add("type", EventType.COVERAGE_RESTORED.wireName());
        planRate();
        pool.add("recovery_id", created(webhook + "/recover", "{\"since\":\"2026-04-20T12:00:00Z\"}"));
        pool.add("DeliveryCursor", cursor(webhook + "/deliveries?limit=1"));
        new EventScenes(stage).place();
        pool.add("FeedCursor", cursor("/v1/watchlist/events"));
    }

    private void ofOperator() {
        Pool pool = stage.pool();
        String webhook = "/operator/v1/accounts/" + pool.latest("account_id") + "/webhooks/" + pool.latest("id");
        pool.add("notify_url", stage.receiver().url());
        pool.add("expires_at", "2099-01-01T00:00:00Z");
        pool.add("from", "2026-04-20T12:00:00Z");
        pool.add("to", "2026-04-21T12:00:00Z");
        pool.add(
                "replay_id",
                created("/operator/v1/replays", "{\"from\":\"2026-04-20T12:00:00Z\",\"to\":\"2026-04-21T12:00:00Z\"}"));
        pool.add(
                "event_id",
                new PastEvents(stage.api().database())
                        .sentTo(pool.latest("id"), stage.createWebhook())
                        .toString());
        pool.add("EventCursor", cursor("/operator/v1/events/" + pool.latest("event_id") + "?limit=1"));
        pool.add("DeliveryCursor", cursor(webhook + "/deliveries?limit=1"));
        pool.add("AccountCursor", cursor("/operator/v1/accounts?limit=1"));
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

    private String created(String path, String body) {
        return stage.send(Request.of("POST", path).json(body))
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
