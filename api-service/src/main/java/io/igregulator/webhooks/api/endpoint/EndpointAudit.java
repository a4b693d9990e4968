package io.igregulator.webhooks.api.endpoint;

import static io.igregulator.webhooks.api.endpoint.EndpointFields.ACTIVE;
import static io.igregulator.webhooks.api.endpoint.EndpointFields.DESCRIPTION;
import static io.igregulator.webhooks.api.endpoint.EndpointFields.EVENTS;
import static io.igregulator.webhooks.api.endpoint.EndpointFields.URL;
import static io.igregulator.webhooks.api.endpoint.EndpointFields.WATCHLIST_ONLY;

import io.igregulator.webhooks.audit.AuditChanges;
import io.igregulator.webhooks.event.EventType;
import java.util.List;

/** What the audit log records of an endpoint's settings: of a URL the host alone, of a description that it changed. */
final class EndpointAudit {
    private EndpointAudit() {}

    static AuditChanges created(EndpointSettings settings) {
        return AuditChanges.none()
                .set(URL, settings.url().getHost())
                .touched(DESCRIPTION, null, settings.description())
                .set(EVENTS, names(settings.events()))
                .set(WATCHLIST_ONLY, settings.watchlistOnly());
    }

    static AuditChanges changed(EndpointSettings from, EndpointSettings to) {
        AuditChanges changes = AuditChanges.none();
        if (from.url().getHost().equals(to.url().getHost())) {
            changes.touched(URL, from.url(), to.url());
        } else {
            changes.changed(URL, from.url().getHost(), to.url().getHost());
        }
        return changes.touched(DESCRIPTION, from.description(), to.description())
                .changed(EVENTS, names(from.events()), names(to.events()))
                .changed(ACTIVE, from.active(), to.active())
                .changed(WATCHLIST_ONLY, from.watchlistOnly(), to.watchlistOnly());
    }

    private static List<String> names(List<EventType> events) {
        return events.stream().map(EventType::wireName).toList();
    }
}
