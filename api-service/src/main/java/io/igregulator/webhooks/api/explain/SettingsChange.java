package io.igregulator.webhooks.api.explain;

import io.igregulator.webhooks.event.RecipientTerms;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/**
 * A change of an endpoint, as the audit log has it.
 *
 * @param changes field to {@code from} and {@code to}
 */
record SettingsChange(Instant at, JsonNode changes) {
    /** The settings before the change. */
    RecipientTerms undo(RecipientTerms after) {
        JsonNode events = changes.path("events").path("from");
        return new RecipientTerms(
                events.isArray() ? texts(events) : after.events(),
                changes.path("active").path("from").asBoolean(after.active()),
                changes.path("watchlist_only").path("from").asBoolean(after.watchlistOnly()));
    }

    private static Set<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asString)
                .collect(Collectors.toUnmodifiableSet());
    }
}
