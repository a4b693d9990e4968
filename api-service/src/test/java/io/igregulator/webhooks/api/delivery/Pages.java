package io.igregulator.webhooks.api.delivery;

import io.igregulator.webhooks.api.fixture.Client;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/** Reads a listing of deliveries to its end. */
record Pages(Client client, String path) {
    /** @return the ids, in the order of the pages */
    List<String> all(String filter) {
        List<String> ids = new ArrayList<>();
        each(
                filter,
                page -> page.path("deliveries")
                        .forEach(delivery -> ids.add(delivery.path("id").asString())));
        return ids;
    }

    void each(String filter, Consumer<JsonNode> take) {
        String cursor = "";
        do {
            JsonNode page = client.get(path + "?" + filter + cursor).is(200).json();
            take.accept(page);
            JsonNode next = page.path("next_cursor");
            cursor = next.isNull() ? "" : "&cursor=" + next.asString();
        } while (!cursor.isEmpty());
    }
}
