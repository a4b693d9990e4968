package io.igregulator.webhooks.api.console;

import io.igregulator.webhooks.api.event.EventTypes;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import tools.jackson.databind.JsonNode;

/** The types of events, each with its example and the fields of its data. */
@PageController
final class EventTypePages {
    private final EventTypes types;

    EventTypePages(EventTypes types) {
        this.types = types;
    }

    @GetMapping({Paths.CONSOLE + Paths.EVENT_TYPES, Paths.PORTAL + Paths.EVENT_TYPES})
    Screen list(Visit visit) {
        List<EventTypesScreen.Type> all = ShowEndpointScreen.types().stream()
                .map(types::read)
                .map(type -> new EventTypesScreen.Type(
                        type.path("event").asString(),
                        type.path("title").asString(),
                        type.path("description").asString(),
                        type.path("condition").asString()))
                .toList();
        return new EventTypesScreen(
                Frame.of("Event types", Section.EVENT_TYPES, visit),
                visit.door().root(),
                all);
    }

    @GetMapping({Paths.CONSOLE + Paths.EVENT_TYPE, Paths.PORTAL + Paths.EVENT_TYPE})
    Screen show(Visit visit, @PathVariable("type") String name) {
        JsonNode type = types.read(name);
        return new EventTypeScreen(
                Frame.of(name, Section.EVENT_TYPES, visit),
                visit.door().root(),
                name,
                type.path("title").asString(),
                type.path("description").asString(),
                type.path("condition").asString(),
                PrettyJson.of(type.path("example").toString().getBytes(StandardCharsets.UTF_8)),
                SchemaField.ofData(type.path("schema")));
    }
}
