package io.igregulator.webhooks.api.explain;

import io.igregulator.webhooks.event.EventEnvelope;
import io.igregulator.webhooks.event.EventType;
import io.igregulator.webhooks.event.FeedAudience;
import io.igregulator.webhooks.history.DeliveryStatus;
import io.igregulator.webhooks.id.DeliveryId;
import io.igregulator.webhooks.id.EndpointId;
import io.igregulator.webhooks.id.EventId;
import io.igregulator.webhooks.schema.EventSchema;
import java.time.Instant;
import java.util.random.RandomGenerator;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Stores events and deliveries as fan-out and dispatch do. */
record FannedOutEvents(JdbcClient jdbc) {
    EventId ofOperator(EventType type, String slug) {
        return store(type, FeedAudience.OPERATOR + slug, "operator_slug", slug);
    }

    EventId forEveryone() {
        return store(EventType.COVERAGE_DEGRADED, FeedAudience.EVERYONE, "jurisdiction_code", "NL");
    }

    EventId aboutEndpoint(String account, String endpoint) {
        return store(EventType.ENDPOINT_DEGRADED, FeedAudience.ACCOUNT + account, "endpoint_id", endpoint);
    }

    private EventId store(EventType type, String audience, String field, String value) {
        EventId id = EventId.create(Instant.now(), RandomGenerator.getDefault());
        jdbc.sql("""
                        WITH stored AS (
                            INSERT INTO event (id, type, body, published_at) VALUES (?, ?, ?, now()) RETURNING id
                        )
                        INSERT INTO feed_entry (audience, event_id) SELECT ?, id FROM stored
                        """)
                .param(id.bits())
                .param(type.wireName())
                .param(body(id, type, field, value))
                .param(audience)
                .update();
        return id;
    }

    private static byte[] body(EventId id, EventType type, String field, String value) {
        ObjectNode envelope = (ObjectNode) EventSchema.load(EventEnvelope.API_VERSION, type.wireName())
                .example()
                .deepCopy();
        envelope.put("event_id", id.toString());
        ((ObjectNode) envelope.path("data")).put(field, value);
        return JsonMapper.shared().writeValueAsBytes(envelope);
    }

    /** One that succeeded. */
    DeliveryId deliver(EventId event, EventType type, String endpoint) {
        DeliveryId id = DeliveryId.of(event, EndpointId.parse(endpoint));
        jdbc.sql("""
                        INSERT INTO delivery (id, endpoint_id, event_id, event_type, status, attempt_count,
                            last_http_status, latency_ms, created_at, completed_at)
                        VALUES (?, ?::uuid, ?, ?, ?, 1, 200, 7, now(), now())
                        """)
                .param(id.value())
                .param(endpoint)
                .param(event.bits())
                .param(type.code())
                .param(DeliveryStatus.SUCCESS.code())
                .update();
        return id;
    }
}
