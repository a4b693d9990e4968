package io.igregulator.webhooks.api.delivery;

import io.igregulator.webhooks.api.error.InvalidRequest;
import io.igregulator.webhooks.api.web.QueryParameters;
import io.igregulator.webhooks.event.EventType;
import io.igregulator.webhooks.history.DeliveryStatus;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which deliveries a listing is asked for.
 *
 * @param status null for any
 * @param event null for any
 */
record DeliveryQuery(
        @Nullable DeliveryStatus status, @Nullable EventType event, DeliveryCursor after, int limit) {
    static final String STATUS = "status";
    static final String EVENT = "event";

    private static final int DEFAULT_LIMIT = 50;
    private static final int MAX_LIMIT = 200;
    private static final String STATUSES =
            Arrays.stream(DeliveryStatus.values()).map(DeliveryStatus::wireName).collect(Collectors.joining(", "));

    /** @throws InvalidRequest naming the first parameter that is not valid */
    static DeliveryQuery of(QueryParameters parameters) {
        return new DeliveryQuery(
                parameters.text(STATUS).map(DeliveryQuery::status).orElse(null),
                parameters.text(EVENT).map(DeliveryQuery::event).orElse(null),
                parameters
                        .text(QueryParameters.CURSOR)
                        .map(DeliveryCursor::parse)
                        .orElse(DeliveryCursor.START),
                parameters.limit(MAX_LIMIT, DEFAULT_LIMIT));
    }

    private static DeliveryStatus status(String name) {
        return DeliveryStatus.ofWireName(name)
                .orElseThrow(() -> InvalidRequest.field(STATUS, "there is no such status", "known: " + STATUSES));
    }

    private static EventType event(String name) {
        return EventType.ofWireName(name).orElseThrow(() -> InvalidRequest.field(EVENT, "there is no such event type"));
    }
}
