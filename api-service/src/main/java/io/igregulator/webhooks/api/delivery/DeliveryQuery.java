package io.igregulator.webhooks.api.delivery;

import io.igregulator.webhooks.api.error.InvalidRequest;
import io.igregulator.webhooks.api.web.QueryParameters;
import io.igregulator.webhooks.api.web.TimeSpan;
import io.igregulator.webhooks.id.DeliveryId;
import io.igregulator.webhooks.id.TimePrefix;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The part of a history that a listing is asked for.
 *
 * @param span of the time in the deliveries' ids, which is that of their events
 */
record DeliveryQuery(DeliveryFilter filter, TimeSpan span, DeliveryCursor after, int limit) {
    /** Below every id there is. */
    private static final DeliveryId LOWEST = new DeliveryId(new UUID(0, 0));

    private static final int DEFAULT_LIMIT = 50;
    private static final int MAX_LIMIT = 200;

    /** @throws InvalidRequest naming the first parameter that is not valid */
    static DeliveryQuery of(QueryParameters parameters) {
        return new DeliveryQuery(
                DeliveryFilter.of(parameters),
                TimeSpan.of(parameters),
                parameters
                        .text(QueryParameters.CURSOR)
                        .map(DeliveryCursor::parse)
                        .orElse(DeliveryCursor.START),
                parameters.limit(MAX_LIMIT, DEFAULT_LIMIT));
    }

    /** All that is asked for has a lower id. */
    DeliveryId below() {
        @Nullable Instant until = span.until();
        return until == null ? after.last() : lower(firstAt(until), after.last());
    }

    /** The lowest id that is asked for. */
    DeliveryId from() {
        @Nullable Instant since = span.since();
        return since == null ? LOWEST : firstAt(since);
    }

    /** The lowest id of the first millisecond that is not before a time. */
    private static DeliveryId firstAt(Instant time) {
        Instant begun = time.truncatedTo(ChronoUnit.MILLIS);
        return new DeliveryId(TimePrefix.firstAt(begun.equals(time) ? begun : begun.plusMillis(1)));
    }

    private static DeliveryId lower(DeliveryId a, DeliveryId b) {
        return a.compareTo(b) < 0 ? a : b;
    }
}
