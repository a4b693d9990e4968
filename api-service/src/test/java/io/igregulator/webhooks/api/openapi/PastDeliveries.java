package io.igregulator.webhooks.api.openapi;

import io.igregulator.webhooks.event.EventType;
import io.igregulator.webhooks.history.DeliveryStatus;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Writes deliveries that have been, with their attempts, as a worker does. */
final class PastDeliveries {
    private static final EventType TYPE = EventType.COVERAGE_DEGRADED;

    private final JdbcClient database;

    PastDeliveries(JdbcClient database) {
        this.database = database;
    }

    /** @return its id */
    String failed(String webhook, int attempts) {
        UUID event = UUID.randomUUID();
        database.sql("INSERT INTO event (id, type, body, published_at) VALUES (?, ?, ?, now())")
                .param(event)
                .param(TYPE.wireName())
                .param("{\"event\":\"coverage.degraded\"}".getBytes(StandardCharsets.UTF_8))
                .update();
        return insert(webhook, event, attempts);
    }

    /** One whose event retention has removed. */
    String withoutEvent(String webhook) {
        return insert(webhook, UUID.randomUUID(), 1);
    }

    private String insert(String webhook, UUID event, int attempts) {
        UUID delivery = UUID.randomUUID();
        database.sql("""
                        INSERT INTO delivery (id, endpoint_id, event_id, event_type, status, attempt_count,
                            last_http_status, latency_ms, created_at, completed_at)
                        VALUES (?, ?::uuid, ?, ?, ?, ?, 503, 12, now() - interval '1 hour', now())
                        """)
                .param(delivery)
                .param(webhook)
                .param(event)
                .param(TYPE.code())
                .param(DeliveryStatus.FAILED.code())
                .param(attempts)
                .update();
        database.sql("""
                        INSERT INTO attempt (delivery_id, number, started_at, http_status, latency_ms, error, response_body)
                        VALUES (?, 1, now(), 503, 12, NULL, 'later'), (?, 2, now(), NULL, 15000, 'timeout', NULL)
                        """).param(delivery).param(delivery).update();
        return delivery.toString();
    }
}
