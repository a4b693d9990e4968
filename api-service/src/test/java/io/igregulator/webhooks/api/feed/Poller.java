package io.igregulator.webhooks.api.feed;

import io.igregulator.webhooks.api.fixture.Client;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** A client that keeps its cursor and everything that it got. */
final class Poller {
    private final Client client;
    private final List<String> received = new ArrayList<>();
    private String next;

    /** @param start the parameters of the first poll */
    Poller(Client client, String start) {
        this.client = client;
        this.next = start;
    }

    /** One poll; how many events it brought. */
    int poll(int limit) {
        JsonNode page =
                client.get("/v1/watchlist/events?limit=" + limit + next).is(200).json();
        List<String> ids = page.path("events")
                .valueStream()
                .map(event -> event.path("event_id").asString())
                .toList();
        received.addAll(ids);
        next = "&cursor=" + page.path("next_cursor").asString();
        return ids.size();
    }

    /** Polls until there is nothing more. */
    List<String> drain(int limit) {
        while (poll(limit) > 0) {
            // Goes on from the cursor.
        }
        return received();
    }

    List<String> received() {
        return List.copyOf(received);
    }
}
