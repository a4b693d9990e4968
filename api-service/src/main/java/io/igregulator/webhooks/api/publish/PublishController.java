package io.igregulator.webhooks.api.publish;

import io.igregulator.webhooks.api.account.Actor;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
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

    /**
     * What became of a request.
     *
     * @param accepted events that are new
     * @param duplicates events that were there before, or before in the same batch, with the same body
     * @param events one for each event of the request, in its order
     */
    record PublishedView(int accepted, int duplicates, List<Item> events) {
        /** One event: {@code accepted} or {@code duplicate}. */
        record Item(String eventId, String status) {}

        static PublishedView of(List<PublishEvents.Publication> publications) {
            int accepted = (int) publications.stream()
                    .filter(publication -> publication.status() == PublishEvents.Publication.Status.ACCEPTED)
                    .count();
            return new PublishedView(
                    accepted,
                    publications.size() - accepted,
                    publications.stream().map(PublishedView::item).toList());
        }

        private static Item item(PublishEvents.Publication publication) {
            return new Item(
                    publication.event().toString(), publication.status().name().toLowerCase(Locale.ROOT));
        }
    }
}
