package io.igregulator.webhooks.api.explain;

import io.igregulator.webhooks.event.RecipientTerms;
import io.igregulator.webhooks.id.EndpointId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * An endpoint's settings since it was created.
 *
 * @param spans oldest first, at least one
 */
record EndpointPast(EndpointId id, List<EndpointSpan> spans) {
    EndpointPast {
        spans = List.copyOf(spans);
    }

    /**
     * What the settings are now, rolled back change by change.
     *
     * @param newestFirst in the order of the audit log, which is that of the changes
     */
    static EndpointPast rolledBack(
            EndpointId id, Instant createdAt, RecipientTerms now, List<SettingsChange> newestFirst) {
        List<RecipientTerms> terms = new ArrayList<>(List.of(now));
        newestFirst.forEach(change -> terms.addFirst(change.undo(terms.getFirst())));
        List<EndpointSpan> spans = new ArrayList<>();
        Instant from = createdAt;
        spans.add(new EndpointSpan(from, terms.getFirst()));
        for (SettingsChange change : newestFirst.reversed()) {
            // A worker's change has the time of the answer that caused it. Others may have been committed since then.
            from = change.at().isAfter(from) ? change.at() : from;
            spans.add(new EndpointSpan(from, terms.get(spans.size())));
        }
        return new EndpointPast(id, spans);
    }

    Instant createdAt() {
        return spans.getFirst().from();
    }

    /** The place of the span that holds the time, which is not before the creation. */
    int at(Instant time) {
        int place = spans.size() - 1;
        while (place > 0 && spans.get(place).from().isAfter(time)) {
            place--;
        }
        return place;
    }
}
