package io.igregulator.webhooks.event;

import io.igregulator.webhooks.event.EventType.Audience;
import java.util.Collections;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * What of an endpoint's settings decides whether fan-out sends it an event. The worker asks the same of all endpoints at
 * once, in SQL; a test compares the two.
 *
 * @param events texts of {@link EventPattern}s
 */
public record RecipientTerms(Set<String> events, boolean active, boolean watchlistOnly) {
    public RecipientTerms {
        events = Set.copyOf(events);
    }

    /**
     * @param watched whether the event's operator is on the owner's watchlist
     * @param itself whether the event is about this endpoint
     * @return empty for a recipient
     */
    public Optional<WhyNotSent> refusal(EventType type, boolean watched, boolean itself) {
        Objects.requireNonNull(type, "type");
        if (!active) {
            return Optional.of(WhyNotSent.INACTIVE);
        }
        if (!subscribesTo(type)) {
            return Optional.of(WhyNotSent.NOT_SUBSCRIBED);
        }
        if (type.audience() == Audience.OPERATOR && watchlistOnly && !watched) {
            return Optional.of(WhyNotSent.NOT_WATCHED);
        }
        return type.audience() == Audience.SIBLINGS && itself ? Optional.of(WhyNotSent.ABOUT_ITSELF) : Optional.empty();
    }

    public boolean subscribesTo(EventType type) {
        return !Collections.disjoint(events, EventPattern.covering(type));
    }
}
