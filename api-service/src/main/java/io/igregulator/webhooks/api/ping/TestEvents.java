package io.igregulator.webhooks.api.ping;

import io.igregulator.webhooks.api.error.ApiError;
import io.igregulator.webhooks.api.error.InvalidRequest;
import io.igregulator.webhooks.api.web.JsonBody;
import io.igregulator.webhooks.api.web.JsonField;
import io.igregulator.webhooks.api.web.Timestamps;
import io.igregulator.webhooks.event.Body;
import io.igregulator.webhooks.event.EnvelopeReader;
import io.igregulator.webhooks.event.EventEnvelope;
import io.igregulator.webhooks.event.EventType;
import io.igregulator.webhooks.id.DeliveryId;
import io.igregulator.webhooks.id.EndpointId;
import io.igregulator.webhooks.id.EventId;
import io.igregulator.webhooks.schema.Defect;
import io.igregulator.webhooks.schema.EventSchema;
import io.igregulator.webhooks.signature.Message;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Composes test events: shaped like every other, but {@code livemode: false} and with an id that no real one has. */
@Component
final class TestEvents {
    private static final String PING = "test.ping";
    private static final String EVENT = "event";
    private static final String DATA = "data";
    private static final String EVENT_PREFIX = "evt_";
    private static final String TEST_PREFIX = "evt_test_";
    private static final int MAX_NAME = 100;
    private static final JsonMapper JSON = JsonMapper.shared();

    private final InstantSource clock;
    private final RandomGenerator random;

    TestEvents(InstantSource clock, RandomGenerator random) {
        this.clock = clock;
        this.random = random;
    }

    /**
     * {@code test.ping}, or the example of the type that the body names; the body's {@code data} is merged into it (RFC 7396).
     *
     * @throws ApiError if the type does not exist, or the merged event violates its schema
     */
    Message compose(EndpointId endpoint, JsonBody body) {
        Instant now = clock.instant();
        EventId event = EventId.create(now, random);
        ObjectNode envelope = envelope(endpoint, body.allowOnly(EVENT, DATA));
        String id = TEST_PREFIX + event.toString().substring(EVENT_PREFIX.length());
        envelope.put("event_id", id).put("timestamp", Timestamps.format(now)).put("livemode", false);
        String type = envelope.path(EVENT).stringValue();
        String delivery = DeliveryId.of(event, endpoint).toString();
        return new Message(id, type, delivery, 1, Body.of(JSON.writeValueAsBytes(envelope)));
    }

    private static ObjectNode ping(EndpointId endpoint) {
        ObjectNode envelope = JSON.createObjectNode()
                .put(EVENT, PING)
                .put("event_id", "")
                .put("api_version", EventEnvelope.API_VERSION)
                .put("timestamp", "")
                .put("livemode", false);
        envelope.putObject(DATA).put("webhook_id", endpoint.toString());
        return envelope;
    }

    private ObjectNode envelope(EndpointId endpoint, JsonBody body) {
        Optional<EventSchema> schema = body.optional(EVENT).map(this::schema);
        ObjectNode envelope = schema.map(type -> (ObjectNode) type.example()).orElseGet(() -> ping(endpoint));
        body.optional(DATA).ifPresent(data -> MergePatch.apply((ObjectNode) envelope.path(DATA), data.object()));
        // Before the id is a test's, which no schema allows.
        schema.flatMap(type -> type.firstDefect(envelope)).ifPresent(TestEvents::refuse);
        return envelope;
    }

    private EventSchema schema(JsonField field) {
        return EventType.ofWireName(field.text(MAX_NAME))
                .map(EnvelopeReader::schema)
                .orElseThrow(() -> InvalidRequest.field(
                        EVENT, "'event' is not a type that exists", "known types: " + EventType.wireNames()));
    }

    private static void refuse(Defect defect) {
        throw defect.isMissing()
                ? InvalidRequest.missing(defect.pointer())
                : InvalidRequest.field(defect.pointer(), defect.toString());
    }
}
