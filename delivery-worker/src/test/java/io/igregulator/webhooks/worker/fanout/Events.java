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
        return of(id, type, "\"operator_slug\": \"" + operator + "\"", 0);
    }

    static byte[] coverage(EventId id) {
        return of(id, EventType.COVERAGE_DEGRADED, "\"jurisdiction_code\": \"MT\"", 0);
    }

    static byte[] degraded(EventId id, EndpointId endpoint) {
        return of(id, EventType.ENDPOINT_DEGRADED, "\"endpoint_id\": \"" + endpoint + "\"", 0);
    }

    /** @param spaces in a place where they mean nothing */
    static byte[] of(EventId id, EventType type, String data, int spaces) {
        return """
                {"event": "%s",%s"event_id": "%s", "api_version": "2026-04-20",
                 "timestamp": "2026-11-21T10:00:00.123Z", "livemode": true, "data": {%s}}""".formatted(type.wireName(), " ".repeat(spaces), id, data).getBytes(StandardCharsets.UTF_8);
    }
}
