package io.igregulator.webhooks.api.endpoint;

import io.igregulator.webhooks.event.EventType;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What its owner may choose about an endpoint. */
public record EndpointSettings(
        URI url, @Nullable String description, List<EventType> events, boolean active, boolean watchlistOnly) {
    public EndpointSettings {
        events = List.copyOf(events);
    }
}
