package io.igregulator.webhooks.api.event;

import io.igregulator.webhooks.api.error.NotFound;
import io.igregulator.webhooks.api.web.StaticContent;
import io.igregulator.webhooks.event.EventType;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** {@code /v1/event-types}: every type of event with its schema and an example. */
@RestController
final class EventTypeController {
    private static final String ALL = "/v1/event-types";
    private static final String ONE = "/v1/event-types/{type}";

    private final StaticContent all;
    private final Map<String, StaticContent> each;

    EventTypeController(JsonMapper json) {
        List<EventTypeView> views =
                Arrays.stream(EventType.values()).map(EventTypeView::of).toList();
        this.all = StaticContent.json(new EventTypeList(views), json);
        this.each = views.stream()
                .collect(Collectors.toUnmodifiableMap(EventTypeView::event, view -> StaticContent.json(view, json)));
    }

    @GetMapping(path = ALL, produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<byte[]> list() {
        return all.toCaller();
    }

    @GetMapping(path = ONE, produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<byte[]> get(@PathVariable("type") String name) {
        return Optional.ofNullable(each.get(name))
                .orElseThrow(NotFound::eventType)
                .toCaller();
    }

    /** In the contract's order. */
    record EventTypeList(List<EventTypeView> eventTypes) {}
}
