package io.igregulator.webhooks.api.endpoint;

import static io.igregulator.webhooks.api.endpoint.EndpointFields.DESCRIPTION;
import static io.igregulator.webhooks.api.endpoint.EndpointFields.EVENTS;
import static io.igregulator.webhooks.api.endpoint.EndpointFields.METADATA;
import static io.igregulator.webhooks.api.endpoint.EndpointFields.NAME;
import static io.igregulator.webhooks.api.endpoint.EndpointFields.URL;
import static io.igregulator.webhooks.api.endpoint.EndpointFields.WATCHLIST_ONLY;

import io.igregulator.webhooks.api.web.Given;
import io.igregulator.webhooks.api.web.JsonBody;
import io.igregulator.webhooks.api.web.JsonField;
import io.igregulator.webhooks.event.EventPattern;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The body of a creation, valid but for its URL, which is vetted with DNS afterwards.
 *
 * @param url as sent
 */
record NewEndpoint(
        String url,
        @Nullable String name,
        @Nullable String description,
        List<EventPattern> events,
        boolean watchlistOnly,
        Metadata metadata) {
    static NewEndpoint of(JsonBody body) {
        body.allowOnly(URL, EVENTS, NAME, DESCRIPTION, WATCHLIST_ONLY, METADATA);
        return new NewEndpoint(
                EndpointFields.url(body.required(URL)),
                body.optional(NAME).map(EndpointFields::name).map(Given::value).orElse(null),
                body.optional(DESCRIPTION)
                        .map(EndpointFields::description)
                        .map(Given::value)
                        .orElse(null),
                EndpointFields.events(body.required(EVENTS)),
                body.optional(WATCHLIST_ONLY).map(JsonField::flag).orElse(true),
                body.optional(METADATA)
                        .map(MetadataPatch::of)
                        .map(metadata -> metadata.applyTo(Metadata.NONE))
                        .orElse(Metadata.NONE));
    }

    EndpointSettings settings(URI vetted) {
        return new EndpointSettings(vetted, name, description, events, true, watchlistOnly, metadata);
    }
}
