package io.igregulator.webhooks.api.openapi;

import io.igregulator.webhooks.id.EventId;

/** Asking where an event is. */
final class EventScenes {
    private final Stage stage;

    EventScenes(Stage stage) {
        this.stage = stage;
    }

    void play() {
        String path = "/v1/events/" + place();
        stage.send(Request.of("GET", path));
        stage.send(Request.of("GET", path + "?cursor=" + stage.pool().latest("EventCursor")));
        stage.send(Request.of("GET", path + "?limit=201"));
        stage.send(Request.of("GET", path + "?order=asc"));
        stage.send(Request.of("GET", "/v1/events/evt_1"));
    }

    /** An event at two webhooks, which one of them was sent, and the cursor between these. */
    EventId place() {
        EventId event = new PastEvents(stage.api().database()).sentTo(stage.createWebhook());
        stage.createWebhook();
        stage.pool().add("event_id", event.toString());
        stage.pool()
                .add(
                        "EventCursor",
                        stage.send(Request.of("GET", "/v1/events/" + event + "?limit=1"))
                                .answer()
                                .json()
                                .path("next_cursor")
                                .asString());
        return event;
    }
}
