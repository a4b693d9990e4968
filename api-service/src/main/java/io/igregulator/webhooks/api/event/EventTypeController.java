package io.igregulator.webhooks.api.event;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.igregulator.webhooks.api.error.NotFound;
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

/** {@code /v1/event-types}: every type of event with its schema and an example. */
@RestController
final class EventTypeController {
    private static final String ALL = "/v1/event-types";
    private static final String ONE = "/v1/event-types/{type}";

    private final Representation all;
    private final Map<String, Representation> each;

    EventTypeController() {
        List<EventTypeView> views =
                Arrays.stream(EventType.values()).map(EventTypeView::of).toList();
        this.all = Representation.of(new EventTypeList(views));
        this.each = views.stream().collect(Collectors.toUnmodifiableMap(EventTypeView::event, Representation::of));
    }

    @GetMapping(path = ALL, produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<byte[]> list() {
        return all.toResponse();
    }

    @GetMapping(path = ONE, produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<byte[]> get(@PathVariable("type") String name) {
        return Optional.ofNullable(each.get(name))
                .orElseThrow(NotFound::eventType)
                .toResponse();
    }

    /** In the contract's order. */
    record EventTypeList(@JsonProperty("event_types") List<EventTypeView> eventTypes) {}
}
