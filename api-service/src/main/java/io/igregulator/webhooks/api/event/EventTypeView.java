package io.igregulator.webhooks.api.event;

import io.igregulator.webhooks.event.EventEnvelope;
import io.igregulator.webhooks.event.EventType;
import io.igregulator.webhooks.event.EventType.Audience;
import io.igregulator.webhooks.schema.EventSchema;
import java.util.Locale;
import tools.jackson.databind.JsonNode;

/**
 * A type of event as subscribers see it.
 *
 * @param event its name on the wire, what endpoints subscribe to
 * @param audience which of the subscribed endpoints get one: {@code operator}, {@code everyone} or {@code siblings}
 * @param condition the audience's condition in words
 * @param example a complete envelope
 * @param schema JSON Schema (2020-12) of the envelope
 */
record EventTypeView(
        String event,
        String title,
        String description,
        String apiVersion,
        String audience,
        String condition,
        JsonNode example,
        JsonNode schema) {
    static EventTypeView of(EventType type) {
        EventSchema schema = EventSchema.load(EventEnvelope.API_VERSION, type.wireName());
        return new EventTypeView(
                type.wireName(),
                schema.title(),
                schema.description(),
                EventEnvelope.API_VERSION,
                type.audience().name().toLowerCase(Locale.ROOT),
                condition(type.audience()),
                schema.example(),
                schema.document());
    }

    private static String condition(Audience audience) {
        return switch (audience) {
            case OPERATOR ->
                "the endpoint's watchlist_only is false, or the event's operator is on the account's watchlist";
            case EVERYONE -> "none";
            case SIBLINGS -> "the same account's other endpoints only";
        };
    }
}
