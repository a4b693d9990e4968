package io.igregulator.webhooks.event;

import io.igregulator.webhooks.event.EnvelopeReading.Invalid;
import io.igregulator.webhooks.event.EnvelopeReading.Reason;
import io.igregulator.webhooks.event.EnvelopeReading.Valid;
import io.igregulator.webhooks.json.StrictJson;
import io.igregulator.webhooks.schema.Defect;
import io.igregulator.webhooks.schema.EventSchema;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads and checks a published body: it has to be an envelope of the contract and match the schema of its type. It runs once
 * per event, at the door; the body itself is passed on untouched, since every attempt must carry the same bytes.
 */
public final class EnvelopeReader {
    /** The largest body accepted: leaves room for record headers below Kafka's default limit of 1 MiB per record. */
    public static final int MAX_BODY_BYTES = 512 * 1024;

    private static final int MAX_DEPTH = 64;

    private static final Map<EventType, EventSchema> SCHEMAS = Arrays.stream(EventType.values())
            .collect(Collectors.toUnmodifiableMap(
                    Function.identity(), type -> EventSchema.load(EventEnvelope.API_VERSION, type.wireName())));

    private final JsonMapper json = StrictJson.upToDepth(MAX_DEPTH);

    public EnvelopeReading read(byte[] body) {
        if (body.length > MAX_BODY_BYTES) {
            return refused(Reason.TOO_LARGE, "is larger than " + MAX_BODY_BYTES + " bytes");
        }
        if (!startsAsUtf8(body)) {
            return refused(Reason.NOT_JSON, "is not UTF-8 without a byte order mark");
        }
        try {
            JsonNode root = json.readTree(body);
            EventEnvelope envelope = EnvelopeFields.read(root);
            return schema(envelope.type())
                    .firstDefect(root)
                    .<EnvelopeReading>map(defect -> new Invalid(Reason.SCHEMA_VIOLATION, defect))
                    .orElseGet(() -> new Valid(envelope));
        } catch (JacksonException e) {
            return refused(
                    Reason.NOT_JSON, "is not one JSON object: " + e.getClass().getSimpleName());
        } catch (RefusedEnvelopeException e) {
            return new Invalid(e.reason(), e.defect());
        }
    }

    // The parser would guess UTF-16 and UTF-32 too, which few receivers can read.
    private static boolean startsAsUtf8(byte[] body) {
        return body.length < 2 || (body[0] > 0 && body[1] != 0);
    }

    /** Of the version that the platform publishes. */
    public static EventSchema schema(EventType type) {
        return Objects.requireNonNull(SCHEMAS.get(type));
    }

    private static Invalid refused(Reason reason, String problem) {
        return new Invalid(reason, Defect.ofBody(problem));
    }
}
