package io.igregulator.webhooks.api.delivery;

import io.igregulator.webhooks.api.error.InvalidRequest;
import io.igregulator.webhooks.api.web.QueryParameters;
import io.igregulator.webhooks.event.EventType;
import io.igregulator.webhooks.history.DeliveryStatus;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which deliveries are listed. All that is given has to hold.
 *
 * @param statuses any of them; those that the other filters rule out are not among them
 * @param events any of them
 * @param httpStatuses of the last attempt, null for any or none
 * @param errors any of them, null for any or none
 */
record DeliveryFilter(
        Set<DeliveryStatus> statuses,
        Set<EventType> events,
        @Nullable HttpStatuses httpStatuses,
        @Nullable Set<String> errors) {
    static final String STATUS = "status";
    static final String EVENT = "event";
    static final String HTTP_STATUS = "http_status";
    static final String ERROR = "error";

    private static final String STATUSES =
            Arrays.stream(DeliveryStatus.values()).map(DeliveryStatus::wireName).collect(Collectors.joining(", "));

    DeliveryFilter {
        statuses = Set.copyOf(statuses);
        events = Set.copyOf(events);
        errors = errors == null ? null : Set.copyOf(errors);
    }

    /** @throws InvalidRequest naming the first parameter that is not valid */
    static DeliveryFilter of(QueryParameters parameters) {
        Set<DeliveryStatus> statuses = any(parameters, STATUS, DeliveryFilter::status);
        Set<EventType> events = any(parameters, EVENT, DeliveryFilter::event);
        List<String> httpStatuses = parameters.several(HTTP_STATUS);
        Set<String> errors = any(parameters, ERROR, DeliveryFilter::error);
        if (!httpStatuses.isEmpty() && !errors.isEmpty()) {
            // No attempt has both, so that nothing would be found.
            throw InvalidRequest.conflicting(HTTP_STATUS, ERROR);
        }
        return of(
                statuses.isEmpty() ? EnumSet.allOf(DeliveryStatus.class) : statuses,
                events.isEmpty() ? EnumSet.allOf(EventType.class) : events,
                httpStatuses.isEmpty() ? null : HttpStatuses.of(HTTP_STATUS, httpStatuses),
                errors.isEmpty() ? null : errors);
    }

    private static DeliveryFilter of(
            Set<DeliveryStatus> statuses,
            Set<EventType> events,
            @Nullable HttpStatuses httpStatuses,
            @Nullable Set<String> errors) {
        Set<DeliveryStatus> possible = EnumSet.allOf(DeliveryStatus.class);
        if (errors != null || (httpStatuses != null && !httpStatuses.someSucceed())) {
            possible.remove(DeliveryStatus.SUCCESS);
        }
        if (httpStatuses != null && httpStatuses.allSucceed()) {
            // A success that was resent is pending until its next attempt.
            possible.removeAll(Set.of(DeliveryStatus.RETRYING, DeliveryStatus.FAILED));
        }
        possible.retainAll(statuses);
        return new DeliveryFilter(possible, events, httpStatuses, errors);
    }

    /** Whether it cannot be answered by the index alone: rows have to be looked at, and any number of them may not match. */
    boolean looksAtRows() {
        return httpStatuses != null || errors != null;
    }

    private static <T> Set<T> any(QueryParameters parameters, String name, Function<String, T> parse) {
        return parameters.several(name).stream().map(parse).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static DeliveryStatus status(String name) {
        return DeliveryStatus.ofWireName(name)
                .orElseThrow(() -> InvalidRequest.field(STATUS, "there is no such status", "known: " + STATUSES));
    }

    private static EventType event(String name) {
        return EventType.ofWireName(name)
                .orElseThrow(() -> InvalidRequest.field(
                        EVENT, "there is no such event type", "known types: " + EventType.wireNames()));
    }

    private static String error(String name) {
        if (!LastErrors.NAMES.contains(name)) {
            throw InvalidRequest.field(
                    ERROR, "there is no such error", "known: " + String.join(", ", LastErrors.NAMES));
        }
        return name;
    }
}
