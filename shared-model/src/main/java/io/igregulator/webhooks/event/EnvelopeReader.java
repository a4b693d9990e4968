package io.igregulator.webhooks.event;

import io.igregulator.webhooks.event.EnvelopeReading.Invalid;
import io.igregulator.webhooks.event.EnvelopeReading.Reason;
import io.igregulator.webhooks.event.EnvelopeReading.Valid;
import io.igregulator.webhooks.event.EventType.Audience;
import io.igregulator.webhooks.id.EndpointId;
import io.igregulator.webhooks.id.EventId;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads and checks a published body. It runs once an event, at the door; the body itself is passed on untouched, since
 * every attempt must carry the same bytes.
 */
public final class EnvelopeReader {
    /** The largest body accepted: leaves room for record headers below Kafka's default limit of 1 MiB a record. */
    public static final int MAX_BODY_BYTES = 512 * 1024;

    private static final int MAX_SLUG_LENGTH = 200;

    private final JsonMapper json = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    public EnvelopeReading read(byte[] body) {
        if (body.length > MAX_BODY_BYTES) {
            return new Invalid(Reason.TOO_LARGE, body.length + " bytes, at most " + MAX_BODY_BYTES + " are accepted");
        }
        try {
            return new Valid(envelope(json.readTree(body)));
        } catch (JacksonException e) {
            return new Invalid(
                    Reason.NOT_JSON, "not one JSON object: " + e.getClass().getSimpleName());
        } catch (Refused e) {
            return e.invalid;
        }
    }

    private static EventEnvelope envelope(JsonNode root) throws Refused {
        if (!root.isObject()) {
            throw new Refused(Reason.NOT_JSON, "not one JSON object");
        }
        EventType type = type(text(root, "event"));
        EventId id = parsed("event_id", text(root, "event_id"), EventId::parse);
        if (!text(root, "api_version").equals(EventEnvelope.API_VERSION)) {
            throw new Refused(Reason.INVALID_FIELD, "api_version is not " + EventEnvelope.API_VERSION);
        }
        Instant timestamp = parsed("timestamp", text(root, "timestamp"), EnvelopeReader::instant);
        JsonNode livemode = root.path("livemode");
        if (!livemode.isBoolean()) {
            throw new Refused(livemode.isMissingNode() ? Reason.MISSING_FIELD : Reason.INVALID_FIELD, "livemode");
        }
        JsonNode data = root.path("data");
        if (!data.isObject()) {
            throw new Refused(data.isMissingNode() ? Reason.MISSING_FIELD : Reason.INVALID_FIELD, "data");
        }
        return new EventEnvelope(
                id, type, timestamp, livemode.booleanValue(), operatorSlug(type, data), degradedEndpoint(type, data));
    }

    private static EventType type(String name) throws Refused {
        return EventType.ofWireName(name)
                .orElseThrow(() -> new Refused(Reason.UNKNOWN_EVENT_TYPE, "event is none of the contract's types"));
    }

    private static @Nullable String operatorSlug(EventType type, JsonNode data) throws Refused {
        if (type.audience() != Audience.OPERATOR) {
            return null;
        }
        String slug = text(data, "operator_slug");
        if (slug.isBlank() || slug.length() > MAX_SLUG_LENGTH || !isPlainText(slug)) {
            throw new Refused(Reason.INVALID_FIELD, "data.operator_slug");
        }
        return slug;
    }

    // PostgreSQL's text has no room for NUL, nor UTF-8 for half a character; no operator's name has either.
    private static boolean isPlainText(String text) {
        return text.chars().noneMatch(c -> Character.isISOControl(c) || Character.isSurrogate((char) c));
    }

    private static @Nullable EndpointId degradedEndpoint(EventType type, JsonNode data) throws Refused {
        return type.audience() == Audience.SIBLINGS
                ? parsed("data.endpoint_id", text(data, "endpoint_id"), EndpointId::parse)
                : null;
    }

    private static String text(JsonNode object, String field) throws Refused {
        JsonNode value = object.path(field);
        if (value.isMissingNode()) {
            throw new Refused(Reason.MISSING_FIELD, field);
        }
        if (!value.isString()) {
            throw new Refused(Reason.INVALID_FIELD, field + " is not a string");
        }
        return value.stringValue();
    }

    private static Instant instant(String text) {
        return OffsetDateTime.parse(text).toInstant();
    }

    private static <T> T parsed(String field, String text, Function<String, T> parser) throws Refused {
        try {
            return parser.apply(text);
        } catch (IllegalArgumentException | DateTimeParseException e) {
            throw new Refused(Reason.INVALID_FIELD, field);
        }
    }

    /** Carries the refusal out of the reading methods; it never leaves this class. */
    private static final class Refused extends Exception {
        private final transient Invalid invalid;

        Refused(Reason reason, String detail) {
            super(detail, null, false, false);
            this.invalid = new Invalid(reason, detail);
        }
    }
}
