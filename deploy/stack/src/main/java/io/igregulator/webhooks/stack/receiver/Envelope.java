package io.igregulator.webhooks.stack.receiver;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A received body, as far as a subscriber looks at it; empty strings where it says nothing. */
public record Envelope(String event, String eventId, JsonNode data) {
    private static final JsonMapper JSON = JsonMapper.shared();

    static Envelope read(byte[] body) {
        JsonNode root = parse(body);
        return new Envelope(
                root.path("event").asString(""), root.path("event_id").asString(""), root.path("data"));
    }

    private static JsonNode parse(byte[] body) {
        try {
            return JSON.readTree(body);
        } catch (JacksonException e) {
            return JSON.missingNode();
        }
    }
}
