package io.igregulator.webhooks.worker.notice;

import io.igregulator.webhooks.event.EventEnvelope;
import io.igregulator.webhooks.event.EventType;
import io.igregulator.webhooks.id.EndpointId;
import io.igregulator.webhooks.id.EventId;
import io.igregulator.webhooks.outbox.OutboxMessage;
import io.igregulator.webhooks.topic.Topics;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** An event about an endpoint, while its body is made. Its owner's other endpoints get it by way of the outbox. */
public final class Notice {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final DateTimeFormatter MILLIS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    private final EndpointId endpoint;
    private final ObjectNode envelope;
    private final ObjectNode data;

    public Notice(EventType type, EventId id, Instant at, EndpointId endpoint, String url) {
        this.endpoint = endpoint;
        this.envelope = JSON.createObjectNode()
                .put("event", type.wireName())
                .put("event_id", id.toString())
                .put("api_version", EventEnvelope.API_VERSION)
                .put("timestamp", time(at))
                .put("livemode", true);
        this.data = envelope.putObject("data")
                .put("endpoint_id", endpoint.toString())
                .put("url", url);
    }

    /** What its type has of its own. */
    public ObjectNode data() {
        return data;
    }

    public byte[] body() {
        return JSON.writeValueAsBytes(envelope);
    }

    public OutboxMessage message() {
        return new OutboxMessage(Topics.WEBHOOK_EVENTS, endpoint.toString(), body());
    }

    /** As the contract has times. */
    public static String time(Instant at) {
        return MILLIS.format(at.truncatedTo(ChronoUnit.MILLIS));
    }
}
