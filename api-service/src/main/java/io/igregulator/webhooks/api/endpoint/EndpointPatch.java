package io.igregulator.webhooks.api.endpoint;

import static io.igregulator.webhooks.api.endpoint.EndpointFields.ACTIVE;
import static io.igregulator.webhooks.api.endpoint.EndpointFields.DESCRIPTION;
import static io.igregulator.webhooks.api.endpoint.EndpointFields.EVENTS;
import static io.igregulator.webhooks.api.endpoint.EndpointFields.METADATA;
import static io.igregulator.webhooks.api.endpoint.EndpointFields.NAME;
import static io.igregulator.webhooks.api.endpoint.EndpointFields.URL;
import static io.igregulator.webhooks.api.endpoint.EndpointFields.WATCHLIST_ONLY;

import io.igregulator.webhooks.api.error.InvalidRequest;
import io.igregulator.webhooks.api.web.Given;
import io.igregulator.webhooks.api.web.JsonBody;
import io.igregulator.webhooks.api.web.JsonField;
import io.igregulator.webhooks.event.EventPattern;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The body of a change: null is a field that was not mentioned and stays as it is. */
public record EndpointPatch(
        @Nullable String url,
        @Nullable Given<String> name,
        @Nullable Given<String> description,
        @Nullable List<EventPattern> events,
        @Nullable Boolean active,
        @Nullable Boolean watchlistOnly,
        @Nullable MetadataPatch metadata) {
    public static EndpointPatch of(JsonBody body) {
        body.allowOnly(URL, NAME, DESCRIPTION, EVENTS, ACTIVE, WATCHLIST_ONLY, METADATA);
        return new EndpointPatch(
                body.optional(URL).map(EndpointFields::url).orElse(null),
                body.optional(NAME).map(EndpointFields::name).orElse(null),
                body.optional(DESCRIPTION).map(EndpointFields::description).orElse(null),
                body.optional(EVENTS).map(EndpointFields::events).orElse(null),
                body.optional(ACTIVE).map(JsonField::flag).orElse(null),
                body.optional(WATCHLIST_ONLY).map(JsonField::flag).orElse(null),
                body.optional(METADATA).map(MetadataPatch::of).orElse(null));
    }

    /** The address for notices gets notices and nothing else. */
    void requireAllowed(Endpoint endpoint) {
        if (endpoint.forNotices() && events != null) {
            throw InvalidRequest.field(EVENTS, "the webhook for notices gets all notices and nothing else");
        }
        if (endpoint.forNotices() && watchlistOnly != null) {
            throw InvalidRequest.field(WATCHLIST_ONLY, "the webhook for notices gets all notices and nothing else");
        }
    }

    /** @param vetted the patch's URL once it passed the check, or null if the patch has none */
    EndpointSettings applyTo(EndpointSettings current, @Nullable URI vetted) {
        return new EndpointSettings(
                vetted == null ? current.url() : vetted,
                name == null ? current.name() : name.value(),
                description == null ? current.description() : description.value(),
                events == null ? current.events() : events,
                active == null ? current.active() : active,
                watchlistOnly == null ? current.watchlistOnly() : watchlistOnly,
                metadata == null ? current.metadata() : metadata.applyTo(current.metadata()));
    }
}
