package io.igregulator.webhooks.api.event;

import io.igregulator.webhooks.api.error.NotFound;
import io.igregulator.webhooks.api.web.StaticContent;
import io.igregulator.webhooks.event.EventType;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is published of each type of event, in bytes, as subscribers read it. */
@Component
public final class EventTypes {
    private final JsonMapper json;
    private final StaticContent all;
    private final Map<String, StaticContent> each;

    EventTypes(JsonMapper json) {
        List<EventTypeView> views =
                Arrays.stream(EventType.values()).map(EventTypeView::of).toList();
        this.json = json;
        this.all = StaticContent.json(new EventTypeList(views), json);
        this.each = views.stream()
                .collect(Collectors.toUnmodifiableMap(EventTypeView::event, view -> StaticContent.json(view, json)));
    }

    StaticContent all() {
        return all;
    }

    /** @throws NotFound if there is no such type */
    StaticContent one(String name) {
        return Optional.ofNullable(each.get(name)).orElseThrow(NotFound::eventType);
    }

    /**
     * One as a page reads it.
     *
     * @throws NotFound if there is no such type
     */
    public JsonNode read(String name) {
        return json.readTree(one(name).bytes());
    }

    /** In the contract's order. */
    record EventTypeList(List<EventTypeView> eventTypes) {}
}
