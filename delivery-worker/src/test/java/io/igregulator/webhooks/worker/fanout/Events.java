package io.igregulator.webhooks.worker.fanout;

import io.igregulator.webhooks.event.EventType;
import io.igregulator.webhooks.id.EndpointId;
import io.igregulator.webhooks.id.EventId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.random.RandomGenerator;

/** Bodies of events as upstream systems publish them. */
final class Events {
    private Events() {}

    static EventId id() {
        return EventId.create(Instant.now(), RandomGenerator.getDefault());
    }

    static byte[] of(EventId id, EventType type, String operator) {
        return of(id, type, about(operator), 0);
    }

    static byte[] coverage(EventId id) {
        return of(id, EventType.COVERAGE_DEGRADED, "\"jurisdiction_code\": \"MT\"", 0);
    }

    static byte[] degraded(EventId id, EndpointId endpoint) {
        return of(id, EventType.ENDPOINT_DEGRADED, """
                "endpoint_id": "%s", "url": "https://hooks.example/", "failure_rate": 0.5, "failed_attempts": 10,
                "total_attempts": 20, "window_seconds": 3600, "last_error": "timeout",
                "failing_since": "2026-11-21T09:20:00.000Z\"""".formatted(endpoint), 0);
    }

    /** What every event about an operator has to say, whichever its type. */
    static String about(String operator) {
        return """
                "operator_slug": "%s", "operator_id": "op-1", "license_id": "lic-1", "license_number": "MGA/1",
                "jurisdiction_code": "MT", "expiry_date": "2026-12-21", "action_type": "warning\"""".formatted(operator);
    }

    /** @param spaces in a place where they mean nothing */
    static byte[] of(EventId id, EventType type, String data, int spaces) {
        return """
                {"event": "%s",%s"event_id": "%s", "api_version": "2026-04-20",
                 "timestamp": "2026-11-21T10:00:00.123Z", "livemode": true, "data": {%s}}""".formatted(type.wireName(), " ".repeat(spaces), id, data).getBytes(StandardCharsets.UTF_8);
    }
}
