package io.igregulator.webhooks.event;

import io.igregulator.webhooks.event.EnvelopeReading.Reason;
import io.igregulator.webhooks.event.EventType.Audience;
import io.igregulator.webhooks.id.EndpointId;
import io.igregulator.webhooks.id.EventId;
import io.igregulator.webhooks.schema.Defect;
import io.igregulator.webhooks.time.DateTimes;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Takes what the platform itself needs out of an envelope, with rules of its own where a schema's would not do. */
final class EnvelopeFields {
    private static final String DATA = "data";
    private static final int MAX_KEY_LENGTH = 200;

    private EnvelopeFields() {}

    static EventEnvelope read(JsonNode root) throws RefusedEnvelopeException {
        if (!root.isObject()) {
            throw new RefusedEnvelopeException(Reason.NOT_JSON, Defect.ofBody("is not one JSON object"));
        }
        EventType type = type(text(root, "", "event"));
        EventId id = parsed("/event_id", text(root, "", "event_id"), EventId::parse);
        if (!text(root, "", "api_version").equals(EventEnvelope.API_VERSION)) {
            throw invalid("/api_version", "is not " + EventEnvelope.API_VERSION);
        }
        Instant timestamp = parsed("/timestamp", text(root, "", "timestamp"), EnvelopeFields::instant);
        boolean livemode = required(root, "", "livemode", JsonNode::isBoolean, "true or false")
                .booleanValue();
        JsonNode data = required(root, "", DATA, JsonNode::isObject, "an object");
        return new EventEnvelope(
                id, type, timestamp, livemode, operatorSlug(type, data), degradedEndpoint(type, data), key(type, data));
    }

    private static EventType type(String name) throws RefusedEnvelopeException {
        return EventType.ofWireName(name)
                .orElseThrow(() -> new RefusedEnvelopeException(
                        Reason.UNKNOWN_EVENT_TYPE, new Defect("/event", "is none of the contract's types")));
    }

    private static @Nullable String operatorSlug(EventType type, JsonNode data) throws RefusedEnvelopeException {
        return type.audience() == Audience.OPERATOR ? plainText(data, "operator_slug") : null;
    }

    private static @Nullable EndpointId degradedEndpoint(EventType type, JsonNode data)
            throws RefusedEnvelopeException {
        return type.audience() == Audience.SIBLINGS
                ? parsed("/data/endpoint_id", text(data, "/data", "endpoint_id"), EndpointId::parse)
                : null;
    }

    private static String key(EventType type, JsonNode data) throws RefusedEnvelopeException {
        return plainText(data, type.domain().keyField());
    }

    // PostgreSQL's text has no room for NUL, nor UTF-8 for half a character; nothing's name has either.
    private static String plainText(JsonNode data, String field) throws RefusedEnvelopeException {
        String text = text(data, "/data", field);
        if (text.isBlank()
                || text.length() > MAX_KEY_LENGTH
                || text.chars().anyMatch(c -> Character.isISOControl(c) || Character.isSurrogate((char) c))) {
            throw invalid("/data/" + field, "is blank, too long or no plain text");
        }
        return text;
    }

    private static String text(JsonNode object, String parent, String field) throws RefusedEnvelopeException {
        return required(object, parent, field, JsonNode::isString, "a string").stringValue();
    }

    private static JsonNode required(
            JsonNode object, String parent, String field, Predicate<JsonNode> typed, String expected)
            throws RefusedEnvelopeException {
        JsonNode value = object.path(field);
        if (value.isMissingNode()) {
            throw new RefusedEnvelopeException(Reason.MISSING_FIELD, Defect.missing(parent + "/" + field));
        }
        if (!typed.test(value)) {
            throw invalid(parent + "/" + field, "is not " + expected);
        }
        return value;
    }

    private static <T> T parsed(String pointer, String text, Function<String, T> parser)
            throws RefusedEnvelopeException {
        try {
            return parser.apply(text);
        } catch (IllegalArgumentException | DateTimeException e) {
            throw invalid(pointer, "is malformed");
        }
    }

    private static Instant instant(String text) {
        return DateTimes.parse(text);
    }

    private static RefusedEnvelopeException invalid(String pointer, String problem) {
        return new RefusedEnvelopeException(Reason.INVALID_FIELD, new Defect(pointer, problem));
    }
}
