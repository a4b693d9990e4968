package io.igregulator.webhooks.stack.client;

import io.igregulator.webhooks.event.EventType;
import java.net.URI;
import java.util.Set;
import java.util.TreeSet;

/** An endpoint before it is created. */
public record EndpointDraft(URI url, String description, Set<EventType> events, boolean watchlistOnly) {
    public EndpointDraft {
        events = Set.copyOf(events);
    }

    Iterable<String> eventNames() {
        var names = new TreeSet<String>();
        events.forEach(type -> names.add(type.wireName()));
        return names;
    }
}
