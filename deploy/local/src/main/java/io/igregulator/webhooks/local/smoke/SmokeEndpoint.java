package io.igregulator.webhooks.local.smoke;

import io.igregulator.webhooks.event.EventType;
import java.util.Set;

/** An endpoint of the smoke run; its hook is also its name. */
record SmokeEndpoint(String hook, SmokeAccount owner, Set<EventType> events, boolean watchlistOnly, boolean active) {
    SmokeEndpoint {
        events = Set.copyOf(events);
    }
}
