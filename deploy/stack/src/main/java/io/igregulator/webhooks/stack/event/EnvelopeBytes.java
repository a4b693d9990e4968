package io.igregulator.webhooks.stack.event;

import io.igregulator.webhooks.event.EventType;
import io.igregulator.webhooks.id.EventId;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Writes the contract's envelope as an upstream system does. */
final class EnvelopeBytes {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final DateTimeFormatter MILLIS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    private EnvelopeBytes() {}

    static ObjectNode data() {
        return JSON.createObjectNode();
    }

    static String time(Instant instant) {
        return MILLIS.format(instant);
    }

    static byte[] of(EventType type, EventId id, Instant at, ObjectNode data) {
        var envelope = JSON.createObjectNode()
                .put("event", type.wireName())
                .put("event_id", id.toString())
                .put("api_version", "2026-04-20")
                .put("timestamp", time(at))
                .put("livemode", true);
        envelope.set("data", data);
        return JSON.writeValueAsBytes(envelope);
    }
}
