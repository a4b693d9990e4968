package io.igregulator.webhooks.api.openapi;

import io.igregulator.webhooks.api.fixture.RunningApi.Customer;
import io.igregulator.webhooks.event.EventEnvelope;
import io.igregulator.webhooks.event.EventType;
import io.igregulator.webhooks.schema.EventSchema;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;

/** Watching operators, and polling for what happens to them. */
final class WatchlistScenes {
    private static final String OPERATORS = "/v1/watchlist/operators";
    private static final String FEED = "/v1/watchlist/events";

    private final Stage stage;

    WatchlistScenes(Stage stage) {
        this.stage = stage;
    }

    void play() {
        know("nordlys-casino");
        stage.pool().add("operator_slug", "nordlys-casino");
        watch("nordlys-casino");
        watch("nordlys-casino");
        watch("unknown-operator");
        watch("No Slug");
        stage.send(Request.of("GET", "/v1/watchlist"));
        stage.send(Request.of("GET", OPERATORS + "?limit=1&offset=0"));
        stage.send(Request.of("GET", OPERATORS + "?limit=0"));
        stage.send(Request.of("DELETE", OPERATORS + "/nordlys-casino"));
        stage.send(Request.of("DELETE", OPERATORS + "/No_Slug"));
        quota(stage.capped());
        feed();
        pollLimit(stage.api().customer("pro"));
    }

    private void know(String slug) {
        stage.api()
                .database()
                .sql("INSERT INTO operator (slug) VALUES (?) ON CONFLICT DO NOTHING")
                .param(slug)
                .update();
    }

    private void watch(String slug) {
        stage.send(watching(slug));
    }

    private static Request watching(String slug) {
        return Request.of("POST", OPERATORS).json("{\"operator_slug\":\"" + slug + "\"}");
    }

    /** The smallest plan watches 25. */
    private void quota(Customer customer) {
        stage.api().database().sql("""
                        INSERT INTO watchlist_entry (account_id, operator_slug)
                        SELECT ?::uuid, 'watched-' || n FROM generate_series(1, 25) n
                        """).param(customer.accountId()).update();
        stage.door().send(watching("nordlys-casino").key(customer.key()));
    }

    private void feed() {
        for (EventType type : EventType.values()) {
            publish(type);
        }
        Exchange all = stage.send(Request.of("GET", FEED + "?since=2020-01-01T00:00:00Z"));
        String cursor = all.answer().json().path("next_cursor").asString();
        stage.send(Request.of("GET", FEED + "?limit=500&cursor=" + cursor));
        stage.send(Request.of("GET", FEED + "?since=2020-01-01T00:00:00Z&cursor=" + cursor));
        stage.send(Request.of("GET", FEED + "?since=yesterday"));
        stage.send(Request.of("GET", FEED + "?limit=501"));
    }

    /** Its example, as if it were for everyone. */
    private void publish(EventType type) {
        UUID id = UUID.randomUUID();
        byte[] body = JsonMapper.shared()
                .writeValueAsBytes(EventSchema.load(EventEnvelope.API_VERSION, type.wireName())
                        .example());
        stage.api()
                .database()
                .sql("""
                        WITH stored AS (INSERT INTO event (id, type, body, published_at) VALUES (?, ?, ?, now()))
                        INSERT INTO feed_entry (audience, event_id) VALUES ('everyone', ?)
                        """)
                .param(id)
                .param(type.wireName())
                .param(body)
                .param(id)
                .update();
    }

    private void pollLimit(Customer customer) {
        Request poll = Request.of("GET", FEED).key(customer.key());
        stage.door().send(poll);
        stage.api().database().sql("UPDATE feed_poll SET polls = 10000").update();
        stage.door().send(poll);
    }
}
