package io.igregulator.webhooks.api.console;

import io.igregulator.webhooks.api.endpoint.Endpoint;
import io.igregulator.webhooks.api.endpoint.EndpointSettings;
import io.igregulator.webhooks.api.web.Form;
import io.igregulator.webhooks.event.EventPattern;
import io.igregulator.webhooks.event.EventType;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import tools.jackson.databind.node.ObjectNode;

/** An endpoint's settings as a form shows them: what is typed stays when it is refused. */
public record EndpointForm(String url, String name, String description, List<String> events, boolean watchlistOnly) {
    static final String URL = "url";
    static final String NAME = "name";
    static final String DESCRIPTION = "description";
    static final String EVENTS = "events";
    static final String WATCHLIST_ONLY = "watchlist_only";

    static final EndpointForm EMPTY = new EndpointForm("", "", "", List.of(), true);

    public EndpointForm {
        events = List.copyOf(events);
    }

    static EndpointForm of(Form form) {
        return new EndpointForm(
                form.text(URL), form.text(NAME), form.text(DESCRIPTION), form.all(EVENTS), form.isSet(WATCHLIST_ONLY));
    }

    static EndpointForm of(Endpoint endpoint) {
        EndpointSettings settings = endpoint.settings();
        return new EndpointForm(
                settings.url().toString(),
                Objects.requireNonNullElse(settings.name(), ""),
                Objects.requireNonNullElse(settings.description(), ""),
                settings.events().stream().map(EventPattern::text).toList(),
                settings.watchlistOnly());
    }

    static ObjectNode creation(Form form) {
        return Fields.of(form)
                .text(URL)
                .text(NAME)
                .text(DESCRIPTION)
                .texts(EVENTS)
                .flag(WATCHLIST_ONLY)
                .node();
    }

    /** @param forNotices an address for notices has no types to choose */
    static ObjectNode change(Form form, boolean forNotices) {
        Fields fields = Fields.of(form).text(URL).textOrNull(NAME).textOrNull(DESCRIPTION);
        return forNotices
                ? fields.node()
                : fields.texts(EVENTS).flag(WATCHLIST_ONLY).node();
    }

    public boolean takes(String event) {
        return events.contains(event);
    }

    /** What may be ticked: every type, the wildcards before them, and whatever a newer release has put here. */
    public List<String> choices() {
        Set<String> choices =
                new LinkedHashSet<>(List.of(EventPattern.wildcards().split(", ")));
        Arrays.stream(EventType.values()).map(EventType::wireName).forEach(choices::add);
        choices.addAll(events);
        return List.copyOf(choices);
    }
}
