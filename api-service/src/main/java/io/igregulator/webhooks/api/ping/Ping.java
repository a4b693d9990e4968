package io.igregulator.webhooks.api.ping;

import io.igregulator.webhooks.api.web.Timestamps;
import io.igregulator.webhooks.event.Body;
import io.igregulator.webhooks.event.EventEnvelope;
import io.igregulator.webhooks.id.DeliveryId;
import io.igregulator.webhooks.id.EndpointId;
import io.igregulator.webhooks.id.EventId;
import io.igregulator.webhooks.signature.Message;
import java.time.Instant;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Composes the test event: shaped like every other, but of a type and with an id that no real one has. */
final class Ping {
    private static final String TYPE = "test.ping";
    private static final String EVENT_PREFIX = "evt_";
    private static final String TEST_PREFIX = "evt_test_";
    private static final JsonMapper JSON = JsonMapper.shared();

    private Ping() {}

    static Message of(EndpointId endpoint, EventId event, Instant now) {
        String id = TEST_PREFIX + event.toString().substring(EVENT_PREFIX.length());
        ObjectNode envelope = JSON.createObjectNode()
                .put("event", TYPE)
                .put("event_id", id)
                .put("api_version", EventEnvelope.API_VERSION)
                .put("timestamp", Timestamps.format(now))
                .put("livemode", false);
        envelope.putObject("data").put("webhook_id", endpoint.toString());
        String delivery = DeliveryId.of(event, endpoint).toString();
        return new Message(id, TYPE, delivery, 1, Body.of(JSON.writeValueAsBytes(envelope)));
    }
}
