package io.igregulator.webhooks.local.smoke;

import io.igregulator.webhooks.topic.Topics;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Records that are not events: each must become a dead letter and hold nothing up. */
final class Poison {
    static final Map<String, byte[]> BY_TOPIC = Map.of(
            Topics.LICENSE_EVENTS, bytes("not json"),
            Topics.REGULATORY_EVENTS, bytes("{\"event\": \"regulatory_action.added\"}"),
            Topics.COVERAGE_EVENTS, bytes("{\"event\": \"coverage.unheard_of\", \"event_id\": \"evt_1\"}"));

    private Poison() {}

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
