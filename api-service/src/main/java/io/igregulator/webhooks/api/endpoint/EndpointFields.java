package io.igregulator.webhooks.api.endpoint;

import io.igregulator.webhooks.api.error.InvalidRequest;
import io.igregulator.webhooks.api.web.Given;
import io.igregulator.webhooks.api.web.JsonField;
import io.igregulator.webhooks.event.EventPattern;
import io.igregulator.webhooks.event.EventType;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Names and rules of an endpoint's fields, the same at creation and at every change. */
final class EndpointFields {
    static final String URL = "url";
    static final String NAME = "name";
    static final String DESCRIPTION = "description";
    static final String EVENTS = "events";
    static final String ACTIVE = "active";
    static final String WATCHLIST_ONLY = "watchlist_only";
    static final String METADATA = "metadata";

    private static final int MAX_URL = 2048;
    private static final int MAX_NAME = 100;
    private static final int MAX_DESCRIPTION = 500;

    private EndpointFields() {}

    static String url(JsonField field) {
        return field.text(MAX_URL);
    }

    static Given<String> name(JsonField field) {
        return new Given<>(field.textOrNull(MAX_NAME));
    }

    static Given<String> description(JsonField field) {
        return new Given<>(field.textOrNull(MAX_DESCRIPTION));
    }

    /** In the order given; what is named twice counts once. */
    static List<EventPattern> events(JsonField field) {
        Set<EventPattern> patterns = new LinkedHashSet<>();
        for (String text : field.texts()) {
            patterns.add(EventPattern.parse(text).orElseThrow(() -> unknownEvent(text)));
        }
        if (patterns.isEmpty()) {
            throw InvalidRequest.field(EVENTS, "'events' is empty", known());
        }
        return List.copyOf(patterns);
    }

    private static InvalidRequest unknownEvent(String text) {
        return text.endsWith(".*")
                ? InvalidRequest.field(
                        EVENTS,
                        "'events' names a family that does not exist",
                        "known wildcards: " + EventPattern.wildcards())
                : InvalidRequest.field(EVENTS, "'events' names a type that does not exist", known());
    }

    private static String known() {
        return "known types: " + EventType.wireNames() + "; wildcards: " + EventPattern.wildcards();
    }
}
