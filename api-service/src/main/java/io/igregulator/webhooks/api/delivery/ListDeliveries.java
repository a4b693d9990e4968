package io.igregulator.webhooks.api.delivery;

import io.igregulator.webhooks.api.error.InvalidRequest;
import io.igregulator.webhooks.api.web.Page;
import io.igregulator.webhooks.api.web.QueryParameters;
import io.igregulator.webhooks.id.DeliveryId;
import io.igregulator.webhooks.id.EndpointId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A page of the deliveries of one endpoint or several, newest first. */
@Component
public final class ListDeliveries {
    private final SearchHistory search;
    private final ReadHold holds;

    ListDeliveries(SearchHistory search, ReadHold holds) {
        this.search = search;
        this.holds = holds;
    }

    /**
     * @param parameters those of the API's listings
     * @throws InvalidRequest naming the first parameter that is not valid
     */
    public DeliveryPage list(Collection<EndpointId> endpoints, QueryParameters parameters) {
        return list(endpoints, DeliveryQuery.of(parameters));
    }

    DeliveryPage list(Collection<EndpointId> endpoints, DeliveryQuery query) {
        SearchHistory.Found found = search.search(
                HistoryRange.of(endpoints, query.filter()),
                query.filter(),
                query.below(),
                query.from(),
                Page.rows(query.limit()));
        Page<DeliveryView> page = Page.of(found.deliveries(), query.limit());
        @Nullable String next = page.nextCursor(last -> cursor(last.id()));
        boolean over = next != null || found.end().compareTo(query.from()) <= 0;
        return new DeliveryPage(underHolds(page.shown()), over ? next : cursor(found.end()));
    }

    private List<DeliveryView> underHolds(List<DeliveryView> deliveries) {
        Map<EndpointId, EndpointHold> held = holds.of(deliveries.stream()
                .filter(delivery -> !delivery.ended())
                .map(DeliveryView::webhookId)
                .collect(Collectors.toSet()));
        return deliveries.stream()
                .map(delivery -> delivery.under(held.getOrDefault(delivery.webhookId(), EndpointHold.NONE)))
                .toList();
    }

    private static String cursor(DeliveryId last) {
        return new DeliveryCursor(last).toString();
    }

    /**
     * The answer to a listing, newest first.
     *
     * @param nextCursor null on the last page
     */
    public record DeliveryPage(
            List<DeliveryView> deliveries, @Nullable String nextCursor) {
        public DeliveryPage {
            deliveries = List.copyOf(deliveries);
        }
    }
}
