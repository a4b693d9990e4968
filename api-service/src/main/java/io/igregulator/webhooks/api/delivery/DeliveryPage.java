package io.igregulator.webhooks.api.delivery;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a listing, newest first.
 *
 * @param nextCursor null when there are no more
 */
record DeliveryPage(
        List<DeliveryView> deliveries,
        @JsonProperty("next_cursor") @Nullable String nextCursor) {
    DeliveryPage {
        deliveries = List.copyOf(deliveries);
    }

    /** @param found up to one more than the page holds, which then proves that there is a next page */
    static DeliveryPage of(List<DeliveryView> found, int limit) {
        if (found.size() <= limit) {
            return new DeliveryPage(found, null);
        }
        List<DeliveryView> shown = found.subList(0, limit);
        return new DeliveryPage(shown, new DeliveryCursor(shown.getLast().id()).toString());
    }
}
