package io.igregulator.webhooks.api.delivery;

import io.igregulator.webhooks.event.EventType;
import io.igregulator.webhooks.history.DeliveryStatus;
import io.igregulator.webhooks.id.EndpointId;
import java.util.Collection;
import java.util.List;

/** One range of {@code delivery_history}: its rows are in the order of their ids. */
record HistoryRange(EndpointId endpoint, DeliveryStatus status, EventType event) {
    /** Those that hold whatever a filter lets pass. */
    static List<HistoryRange> of(Collection<EndpointId> endpoints, DeliveryFilter filter) {
        return endpoints.stream()
                .flatMap(endpoint -> filter.statuses().stream()
                        .flatMap(status ->
                                filter.events().stream().map(event -> new HistoryRange(endpoint, status, event))))
                .toList();
    }
}
