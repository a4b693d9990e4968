package io.igregulator.webhooks.api.explain;

import io.igregulator.webhooks.api.delivery.DeliveriesOfEvent;
import io.igregulator.webhooks.api.delivery.DeliveryView;
import io.igregulator.webhooks.api.web.Page;
import io.igregulator.webhooks.id.AccountId;
import io.igregulator.webhooks.id.EndpointId;
import io.igregulator.webhooks.id.EventId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds an event at the endpoints of one account, a page of them. */
@Component
final class FindAtEndpoints {
    private final ReadEndpoints endpoints;
    private final DeliveriesOfEvent deliveries;
    private final InstantSource clock;

    FindAtEndpoints(ReadEndpoints endpoints, DeliveriesOfEvent deliveries, InstantSource clock) {
        this.endpoints = endpoints;
        this.deliveries = deliveries;
        this.clock = clock;
    }

    record Found(List<EventAtEndpoint> endpoints, @Nullable String nextCursor) {
        Found {
            endpoints = List.copyOf(endpoints);
        }
    }

    Found find(AccountId account, FannedOut event, Watch watch, EventQuery query) {
        WhyNot why = new WhyNot(event, watch, clock);
        Page<AccountEndpoint> page = page(account, event.at(), query);
        // After the endpoints: a delivery that comes in between is shown, not reported as missing.
        Map<EndpointId, DeliveryView> sent = deliveries(event.event().id(), page);
        return found(page, endpoint -> {
            DeliveryView delivery = sent.get(endpoint.id());
            return delivery == null
                    ? EventAtEndpoint.notSent(endpoint.id(), endpoint.notSent(why))
                    : EventAtEndpoint.sent(delivery);
        });
    }

    /** Of an event that has not been fanned out. */
    Found findBefore(AccountId account, Instant accepted, EventQuery query) {
        return found(
                page(account, accepted, query),
                endpoint -> EventAtEndpoint.notSent(
                        endpoint.id(),
                        endpoint.deletedAt() == null
                                ? NotSent.Reason.NOT_FANNED_OUT_YET.since(accepted)
                                : NotSent.Reason.DELETED.since(endpoint.deletedAt())));
    }

    private Page<AccountEndpoint> page(AccountId account, Instant then, EventQuery query) {
        return Page.of(endpoints.read(account, then, query.after().last(), Page.rows(query.limit())), query.limit());
    }

    /** Those of a deleted endpoint are deleted with it, if not at once. */
    private Map<EndpointId, DeliveryView> deliveries(EventId event, Page<AccountEndpoint> page) {
        return deliveries.to(
                page.shown().stream()
                        .filter(endpoint -> endpoint.deletedAt() == null)
                        .map(AccountEndpoint::id)
                        .toList(),
                event);
    }

    private static Found found(Page<AccountEndpoint> page, Function<AccountEndpoint, EventAtEndpoint> each) {
        return new Found(
                page.shown().stream().map(each).toList(),
                page.nextCursor(last -> new EventCursor(last.id().value()).toString()));
    }
}
