package io.igregulator.webhooks.api.endpoint;

import static io.igregulator.webhooks.api.endpoint.EndpointFields.DESCRIPTION;
import static io.igregulator.webhooks.api.endpoint.EndpointFields.EVENTS;
import static io.igregulator.webhooks.api.endpoint.EndpointFields.URL;
import static io.igregulator.webhooks.api.endpoint.EndpointFields.WATCHLIST_ONLY;

import io.igregulator.webhooks.api.web.Given;
import io.igregulator.webhooks.api.web.JsonBody;
import io.igregulator.webhooks.api.web.JsonField;
import io.igregulator.webhooks.event.EventType;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The body of a creation, valid but for its URL, which is vetted with DNS afterwards.
 *
 * @param url as sent
 */
record NewEndpoint(String url, @Nullable String description, List<EventType> events, boolean watchlistOnly) {
    static NewEndpoint of(JsonBody body) {
        body.allowOnly(URL, EVENTS, DESCRIPTION, WATCHLIST_ONLY);
        return new NewEndpoint(
                EndpointFields.url(body.required(URL)),
                body.optional(DESCRIPTION)
                        .map(EndpointFields::description)
                        .map(Given::value)
                        .orElse(null),
                EndpointFields.events(body.required(EVENTS)),
                body.optional(WATCHLIST_ONLY).map(JsonField::flag).orElse(true));
    }

    EndpointSettings settings(URI vetted) {
        return new EndpointSettings(vetted, description, events, true, watchlistOnly);
    }
}
