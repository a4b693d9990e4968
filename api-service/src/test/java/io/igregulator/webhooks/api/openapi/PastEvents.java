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
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Writes events that have been fanned out and delivered, as a worker does. */
final class PastEvents {
    private static final EventType TYPE = EventType.COVERAGE_DEGRADED;

    private final JdbcClient database;

    PastEvents(JdbcClient database) {
        this.database = database;
    }

    /** An event for every account that these webhooks have got. */
    EventId sentTo(String... webhooks) {
        EventId event = EventId.create(Instant.now(), RandomGenerator.getDefault());
        store(event);
        for (String webhook : webhooks) {
            deliver(event, webhook);
        }
        return event;
    }

    private void store(EventId event) {
        ObjectNode envelope = (ObjectNode)
                EventSchema.load(EventEnvelope.API_VERSION, TYPE.wireName()).example();
        database.sql("""
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
        database.sql("""
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
