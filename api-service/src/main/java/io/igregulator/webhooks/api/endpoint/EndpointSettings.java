package io.igregulator.webhooks.api.endpoint;

import io.igregulator.webhooks.event.EventPattern;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What its owner may choose about an endpoint. */
public record EndpointSettings(
        URI url,
        @Nullable String name,
        @Nullable String description,
        List<EventPattern> events,
        boolean active,
        boolean watchlistOnly,
        Metadata metadata) {
    public EndpointSettings {
        events = List.copyOf(events);
    }

    EndpointSettings activated() {
        return new EndpointSettings(url, name, description, events, true, watchlistOnly, metadata);
    }
}
