package io.igregulator.webhooks.api.endpoint;

import static io.igregulator.webhooks.api.endpoint.EndpointFields.ACTIVE;
import static io.igregulator.webhooks.api.endpoint.EndpointFields.DESCRIPTION;
import static io.igregulator.webhooks.api.endpoint.EndpointFields.EVENTS;
import static io.igregulator.webhooks.api.endpoint.EndpointFields.METADATA;
import static io.igregulator.webhooks.api.endpoint.EndpointFields.NAME;
import static io.igregulator.webhooks.api.endpoint.EndpointFields.URL;
import static io.igregulator.webhooks.api.endpoint.EndpointFields.WATCHLIST_ONLY;

import io.igregulator.webhooks.audit.AuditChanges;
import io.igregulator.webhooks.event.EventPattern;
import java.util.List;

/** What the audit log records of an endpoint's settings: of a URL the host alone, of free text that it changed. */
final class EndpointAudit {
    private EndpointAudit() {}

    static AuditChanges created(EndpointSettings settings) {
        return AuditChanges.none()
                .set(URL, settings.url().getHost())
                .touched(NAME, null, settings.name())
                .touched(DESCRIPTION, null, settings.description())
                .set(EVENTS, texts(settings.events()))
                .set(WATCHLIST_ONLY, settings.watchlistOnly())
                .touched(METADATA, Metadata.NONE, settings.metadata());
    }

    static AuditChanges changed(EndpointSettings from, EndpointSettings to) {
        AuditChanges changes = AuditChanges.none();
        if (from.url().getHost().equals(to.url().getHost())) {
            changes.touched(URL, from.url(), to.url());
        } else {
            changes.changed(URL, from.url().getHost(), to.url().getHost());
        }
        return changes.touched(NAME, from.name(), to.name())
                .touched(DESCRIPTION, from.description(), to.description())
                .changed(EVENTS, texts(from.events()), texts(to.events()))
                .changed(ACTIVE, from.active(), to.active())
                .changed(WATCHLIST_ONLY, from.watchlistOnly(), to.watchlistOnly())
                .touched(METADATA, from.metadata(), to.metadata());
    }

    private static List<String> texts(List<EventPattern> events) {
        return events.stream().map(EventPattern::text).toList();
    }
}
