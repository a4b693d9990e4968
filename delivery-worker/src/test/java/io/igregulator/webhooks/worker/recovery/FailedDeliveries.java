package io.igregulator.webhooks.worker.recovery;

import io.igregulator.webhooks.event.EventType;
import io.igregulator.webhooks.history.DeliveryStatus;
import io.igregulator.webhooks.id.DeliveryId;
import io.igregulator.webhooks.id.EndpointId;
import io.igregulator.webhooks.id.EventId;
import io.igregulator.webhooks.worker.fixture.DeliveryRecords;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;

/** History as it is after an outage of the receiver, and what the API writes to have it sent again. */
record FailedDeliveries(JdbcClient jdbc) {
    private static final Random RANDOM = new Random();

    /** One attempt each, one millisecond apart from {@code first} on. */
    List<DeliveryId> write(EndpointId endpoint, Instant first, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> write(endpoint, first.plusMillis(i), DeliveryStatus.FAILED, true))
                .toList();
    }

    DeliveryId write(EndpointId endpoint, Instant at, DeliveryStatus status, boolean withBody) {
        EventId event = EventId.create(at, RANDOM);
        DeliveryId id = DeliveryId.of(event, endpoint);
        if (withBody) {
            jdbc.sql("INSERT INTO event (id, type, body, published_at) VALUES (?, 'license.issued', ?, ?)")
                    .param(event.bits())
                    .param(DeliveryRecords.body(event))
                    .param(at.atOffset(ZoneOffset.UTC))
                    .update();
        }
        jdbc.sql("""
                        INSERT INTO delivery (id, endpoint_id, event_id, event_type, status, attempt_count,
                            last_http_status, latency_ms, created_at, completed_at)
                        VALUES (?, ?, ?, ?, ?, 1, 500, 5, ?, now())
                        """)
                .param(id.value())
                .param(endpoint.value())
                .param(event.bits())
                .param(EventType.LICENSE_ISSUED.code())
                .param(status.code())
                .param(at.atOffset(ZoneOffset.UTC))
                .update();
        return id;
    }

    UUID recover(EndpointId endpoint, Instant since, Instant until) {
        UUID id = UUID.randomUUID();
        jdbc.sql("""
                        INSERT INTO recovery (id, endpoint_id, since, until, position_created_at, next_step_at, created_at)
                        VALUES (?, ?, ?, ?, ?, now(), clock_timestamp())
                        """)
                .param(id)
                .param(endpoint.value())
                .param(since.atOffset(ZoneOffset.UTC))
                .param(until.atOffset(ZoneOffset.UTC))
                .param(since.atOffset(ZoneOffset.UTC))
                .update();
        return id;
    }

    String status(UUID recovery) {
        return jdbc.sql("SELECT status FROM recovery WHERE id = ?")
                .param(recovery)
                .query(String.class)
                .single();
    }
}
