package io.igregulator.webhooks.api.delivery;

import io.igregulator.webhooks.api.error.InvalidRequest;
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
    private static final String STATUS = "status";
    private static final String EVENT = "event";
    private static final String CURSOR = "cursor";
    private static final String LIMIT = "limit";

    private static final int DEFAULT_LIMIT = 50;
    private static final int MAX_LIMIT = 200;
    private static final String STATUSES =
            Arrays.stream(DeliveryStatus.values()).map(DeliveryStatus::wireName).collect(Collectors.joining(", "));

    /** @throws InvalidRequest naming the first parameter that is not valid; null is absent */
    static DeliveryQuery of(
            @Nullable String status, @Nullable String event, @Nullable String cursor, @Nullable String limit) {
        return new DeliveryQuery(
                status == null ? null : status(status),
                event == null ? null : event(event),
                cursor == null ? DeliveryCursor.START : DeliveryCursor.parse(CURSOR, cursor),
                limit == null ? DEFAULT_LIMIT : limit(limit));
    }

    private static DeliveryStatus status(String name) {
        return DeliveryStatus.ofWireName(name)
                .orElseThrow(() -> InvalidRequest.field(STATUS, "there is no such status", "known: " + STATUSES));
    }

    private static EventType event(String name) {
        return EventType.ofWireName(name).orElseThrow(() -> InvalidRequest.field(EVENT, "there is no such event type"));
    }

    private static int limit(String text) {
        if (text.matches("[0-9]{1,3}")) {
            int limit = Integer.parseInt(text);
            if (limit >= 1 && limit <= MAX_LIMIT) {
                return limit;
            }
        }
        throw InvalidRequest.pagination(LIMIT, "'" + LIMIT + "' is not a whole number from 1 to " + MAX_LIMIT);
    }
}
