package io.igregulator.webhooks.api.publish;

import io.igregulator.webhooks.api.account.Actor;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code POST /operator/v1/events}: takes one event or a batch, and answers once all of it is durable. */
@RestController
final class PublishController {
    private final ReadSubmissions reader;
    private final PublishEvents publishEvents;

    PublishController(ReadSubmissions reader, PublishEvents publishEvents) {
        this.reader = reader;
        this.publishEvents = publishEvents;
    }

    @PostMapping(path = "/operator/v1/events", produces = MediaType.APPLICATION_JSON_VALUE)
    PublishedView publish(Actor actor, HttpServletRequest request) throws IOException {
        return PublishedView.of(publishEvents.publish(actor, reader.read(request)));
    }
}
