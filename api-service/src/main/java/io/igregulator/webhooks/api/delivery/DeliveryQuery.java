package io.igregulator.webhooks.api.delivery;

import io.igregulator.webhooks.api.error.InvalidRequest;
import io.igregulator.webhooks.event.EventType;
import io.igregulator.webhooks.history.DeliveryStatus;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

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
    private static final List<String> NAMES = List.of(STATUS, EVENT, CURSOR, LIMIT);

    private static final int DEFAULT_LIMIT = 50;
    private static final int MAX_LIMIT = 200;
    private static final String STATUSES =
            Arrays.stream(DeliveryStatus.values()).map(DeliveryStatus::wireName).collect(Collectors.joining(", "));

    static DeliveryQuery of(MultiValueMap<String, String> parameters) {
        requireKnown(parameters.keySet());
        return new DeliveryQuery(
                one(parameters, STATUS).map(DeliveryQuery::status).orElse(null),
                one(parameters, EVENT).map(DeliveryQuery::event).orElse(null),
                one(parameters, CURSOR)
                        .map(text -> DeliveryCursor.parse(CURSOR, text))
                        .orElse(DeliveryCursor.START),
                one(parameters, LIMIT).map(DeliveryQuery::limit).orElse(DEFAULT_LIMIT));
    }

    private static void requireKnown(Set<String> names) {
        names.stream()
                .filter(name -> !NAMES.contains(name))
                .sorted()
                .findFirst()
                .ifPresent(name -> {
                    throw InvalidRequest.field(
                            name, "the parameter is not known", "known parameters: " + String.join(", ", NAMES));
                });
    }

    private static Optional<String> one(MultiValueMap<String, String> parameters, String name) {
        List<String> values = parameters.getOrDefault(name, List.of());
        if (values.size() > 1) {
            throw InvalidRequest.field(name, "'" + name + "' is given more than once");
        }
        return values.stream().findFirst();
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
