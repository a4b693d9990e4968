package io.igregulator.webhooks.api.openapi;

import io.igregulator.webhooks.id.EventId;
import java.time.Instant;
import java.util.UUID;
import java.util.random.RandomGenerator;

/** Events as they come in, and where they are then. */
final class PublishScenes {
    private static final String EVENTS = "/operator/v1/events";
    private static final String LINES = "application/x-ndjson";

    private final Stage stage;

    PublishScenes(Stage stage) {
        this.stage = stage;
    }

    void play() {
        publish();
        explain();
    }

    private void publish() {
        EventId id = newId();
        Request publish = Request.of("POST", EVENTS);
        stage.send(publish.json(event(id, "\"NL\"")));
        stage.send(publish.json(event(id, "\"NL\"")));
        stage.send(publish.json(event(id, "\"DK\"")));
        stage.send(publish.json(event(newId(), "7")));
        stage.send(publish.json(event(newId(), "\"NL\"").replace("livemode", "live")));
        stage.send(publish.body(LINES, event(newId(), "\"NL\"") + "\n" + event(newId(), "\"DK\"")));
        stage.send(publish.body(LINES, (event(newId(), "\"NL\"") + "\n").repeat(3)));
        stage.send(Request.of("GET", EVENTS + "/" + id));
    }

    private void explain() {
        EventId sent = new PastEvents(stage.api().database()).sentTo(stage.createWebhook(), stage.createWebhook());
        stage.pool().add("event_id", sent.toString());
        String path = EVENTS + "/" + sent;
        stage.send(Request.of("GET", path));
        String cursor = stage.send(Request.of("GET", path + "?limit=1"))
                .answer()
                .json()
                .path("next_cursor")
                .asString();
        stage.pool().add("EventCursor", cursor);
        stage.send(Request.of("GET", path + "?cursor=" + cursor));
        stage.send(Request.of("GET", path + "?account_id=" + stage.customer().accountId()));
        stage.send(Request.of("GET", path + "?account_id=" + UUID.randomUUID()));
        stage.send(Request.of("GET", path + "?account_id=x"));
        stage.send(Request.of("GET", path + "?limit=201"));
        stage.send(Request.of("GET", EVENTS + "/evt_1"));
    }

    private static EventId newId() {
        return EventId.create(Instant.now(), RandomGenerator.getDefault());
    }

    private static String event(EventId id, String jurisdiction) {
        return """
                {"event": "coverage.restored", "event_id": "%s", "api_version": "2026-04-20",\
                 "timestamp": "2026-04-20T12:00:00.000Z", "livemode": true, "data": {"jurisdiction_code": %s}}""".formatted(id, jurisdiction);
    }
}
