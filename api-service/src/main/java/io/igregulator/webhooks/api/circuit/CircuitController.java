package io.igregulator.webhooks.api.circuit;

import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code /operator/v1/circuits}: endpoints that are left alone for now because they keep failing. */
@RestController
final class CircuitController {
    private final CircuitReader reader;

    CircuitController(CircuitReader reader) {
        this.reader = reader;
    }

    @GetMapping(path = "/operator/v1/circuits", produces = MediaType.APPLICATION_JSON_VALUE)
    CircuitList list() {
        return new CircuitList(reader.read());
    }

    /** At most 500, those that have been open for longest. */
    record CircuitList(List<CircuitReader.CircuitView> circuits) {}
}
