package io.igregulator.webhooks.api.docs;

import io.igregulator.webhooks.event.EventType;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.databind.node.ObjectNode;

/** The schema {@code Event}: the envelope of an event of any of some types, each of which has a schema of its own. */
final class AnyEvent {
    private static final String SCHEMAS = "#/components/schemas/";

    private AnyEvent() {}

    static void describe(ObjectNode document, List<EventType> types) {
        ObjectNode any = document.withObject("/components/schemas").putObject("Event");
        any.put("description", "An event's envelope.");
        ObjectNode discriminator = any.putObject("discriminator").put("propertyName", "event");
        for (EventType type : types) {
            any.withArray("oneOf").addObject().put("$ref", reference(type));
            discriminator.withObject("/mapping").put(type.wireName(), reference(type));
        }
    }

    static String reference(EventType type) {
        return SCHEMAS + schemaName(type);
    }

    /** {@code license.expiring_30d} is {@code LicenseExpiring30d}. */
    static String schemaName(EventType type) {
        return Arrays.stream(type.wireName().split("[._]"))
                .map(word -> Character.toUpperCase(word.charAt(0)) + word.substring(1))
                .collect(Collectors.joining());
    }
}
