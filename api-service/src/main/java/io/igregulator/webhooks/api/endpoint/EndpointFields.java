package io.igregulator.webhooks.api.endpoint;

import io.igregulator.webhooks.api.error.InvalidRequest;
import io.igregulator.webhooks.api.web.Given;
import io.igregulator.webhooks.api.web.JsonField;
import io.igregulator.webhooks.event.EventType;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Names and rules of an endpoint's fields, the same at creation and at every change. */
final class EndpointFields {
    static final String URL = "url";
    static final String DESCRIPTION = "description";
    static final String EVENTS = "events";
    static final String ACTIVE = "active";
    static final String WATCHLIST_ONLY = "watchlist_only";

    private static final int MAX_URL = 2048;
    private static final int MAX_DESCRIPTION = 500;

    private EndpointFields() {}

    static String url(JsonField field) {
        return field.text(MAX_URL);
    }

    static Given<String> description(JsonField field) {
        return new Given<>(field.textOrNull(MAX_DESCRIPTION));
    }

    /** In the order given; a type named twice counts once. */
    static List<EventType> events(JsonField field) {
        Set<EventType> types = new LinkedHashSet<>();
        for (String name : field.texts()) {
            types.add(EventType.ofWireName(name)
                    .orElseThrow(() -> InvalidRequest.field(
                            EVENTS,
                            "'events' names a type that does not exist",
                            "known types: " + EventType.wireNames())));
        }
        if (types.isEmpty()) {
            throw InvalidRequest.field(EVENTS, "'events' is empty", "known types: " + EventType.wireNames());
        }
        return List.copyOf(types);
    }
}
