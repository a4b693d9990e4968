package io.igregulator.webhooks.api.openapi;

import io.igregulator.webhooks.event.EventType;

/** Reading of what there is to subscribe to. */
final class EventTypeScenes {
    private final Stage stage;

    EventTypeScenes(Stage stage) {
        this.stage = stage;
    }

    void play() {
        stage.pool().add("type", EventType.COVERAGE_RESTORED.wireName());
        for (EventType type : EventType.values()) {
            again(Request.of("GET", "/v1/event-types/" + type.wireName()));
        }
        again(Request.of("GET", "/v1/event-types"));
    }

    private void again(Request request) {
        String tag = stage.send(request).answer().header("ETag");
        stage.send(request.header("If-None-Match: " + tag));
    }
}
