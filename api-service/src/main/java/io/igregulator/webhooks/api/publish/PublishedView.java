package io.igregulator.webhooks.api.publish;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Locale;

/**
 * What became of a request.
 *
 * @param accepted events that are new
 * @param duplicates events that were there before, or before in the same batch, with the same body
 * @param events one for each event of the request, in its order
 */
record PublishedView(int accepted, int duplicates, List<Item> events) {
    /** One event: {@code accepted} or {@code duplicate}. */
    record Item(@JsonProperty("event_id") String eventId, String status) {}

    static PublishedView of(List<Publication> publications) {
        int accepted = (int) publications.stream()
                .filter(publication -> publication.status() == Publication.Status.ACCEPTED)
                .count();
        return new PublishedView(
                accepted,
                publications.size() - accepted,
                publications.stream().map(PublishedView::item).toList());
    }

    private static Item item(Publication publication) {
        return new Item(
                publication.event().toString(), publication.status().name().toLowerCase(Locale.ROOT));
    }
}
