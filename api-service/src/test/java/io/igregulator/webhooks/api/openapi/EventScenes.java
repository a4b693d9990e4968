package io.igregulator.webhooks.api.openapi;

import io.igregulator.webhooks.event.EventEnvelope;
import io.igregulator.webhooks.event.EventType;
import io.igregulator.webhooks.event.FeedAudience;
import io.igregulator.webhooks.id.DeliveryId;
import io.igregulator.webhooks.id.EndpointId;
import io.igregulator.webhooks.id.EventId;
import io.igregulator.webhooks.schema.EventSchema;
import java.time.Instant;
import java.util.random.RandomGenerator;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Asking where an event is. */
final class EventScenes {
    private static final EventType TYPE = EventType.COVERAGE_DEGRADED;

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

    /** An event at two webhooks, which one of them was sent. */
    EventId place() {
        EventId event = EventId.create(Instant.now(), RandomGenerator.getDefault());
        store(event);
        stage.createWebhook();
        deliver(event, stage.createWebhook());
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

    private void store(EventId event) {
        ObjectNode envelope = (ObjectNode) EventSchema.load(EventEnvelope.API_VERSION, TYPE.wireName())
                .example()
                .deepCopy();
        stage.api()
                .database()
                .sql("""
                        WITH stored AS (INSERT INTO event (id, type, body, published_at) VALUES (?, ?, ?, now()))
                        INSERT INTO feed_entry (audience, event_id) VALUES (?, ?)
                        """)
                .param(event.bits())
                .param(TYPE.wireName())
                .param(JsonMapper.shared().writeValueAsBytes(envelope.put("event_id", event.toString())))
                .param(FeedAudience.EVERYONE)
                .param(event.bits())
                .update();
    }

    private void deliver(EventId event, String webhook) {
        stage.api()
                .database()
                .sql("""
                        INSERT INTO delivery (id, endpoint_id, event_id, event_type, status, attempt_count,
                            last_http_status, latency_ms, created_at, completed_at)
                        VALUES (?, ?::uuid, ?, ?, 3, 1, 200, 12, now(), now())
                        """)
                .param(DeliveryId.of(event, EndpointId.parse(webhook)).value())
                .param(webhook)
                .param(event.bits())
                .param(TYPE.code())
                .update();
    }
}
