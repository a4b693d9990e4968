package io.igregulator.webhooks.api.event;

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

    private final EventTypes types;

    EventTypeController(EventTypes types) {
        this.types = types;
    }

    @GetMapping(path = ALL, produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<byte[]> list() {
        return types.all().toCaller();
    }

    @GetMapping(path = ONE, produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<byte[]> get(@PathVariable("type") String name) {
        return types.one(name).toCaller();
    }
}
