package io.igregulator.webhooks.chaos.cast;

import io.igregulator.webhooks.event.EventType;
import java.util.Collections;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an endpoint asked for; the contract's rule is written down here a second time, since a run must not trust the code
 * it checks.
 *
 * @param watched the operators on the owner's watchlist
 */
public record Subscription(Set<EventType> events, boolean watchlistOnly, Set<String> watched) {
    /** Notices depend on when the platform judges an endpoint: it cannot be known beforehand who must get one. */
    public static final Set<EventType> FROM_SYSTEMS = Collections.unmodifiableSet(EventType.ofPublishers());

    public Subscription {
        events = Set.copyOf(events);
        watched = Set.copyOf(watched);
    }

    /** To every event that the platform's own systems publish, whatever operator it is about. */
    public static Subscription toAllFromSystems() {
        return new Subscription(FROM_SYSTEMS, false, Set.of());
    }

    /** Whether it gets such an event while it is active. */
    public boolean covers(EventType type, @Nullable String operator) {
        if (!events.contains(type)) {
            return false;
        }
        boolean aboutOperator =
                type.wireName().startsWith("license.") || type.wireName().startsWith("regulatory_action.");
        return !aboutOperator || !watchlistOnly || (operator != null && watched.contains(operator));
    }
}
