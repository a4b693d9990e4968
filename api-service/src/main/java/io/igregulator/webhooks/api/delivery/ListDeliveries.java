package io.igregulator.webhooks.api.delivery;

import io.igregulator.webhooks.api.web.Page;
import io.igregulator.webhooks.event.EventType;
import io.igregulator.webhooks.history.DeliveryStatus;
import io.igregulator.webhooks.id.EndpointId;
import io.igregulator.webhooks.id.TimePrefix;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Component;

/**
 * A page of an endpoint's deliveries, newest first. The index gives each status and type in that order; the first of each
 * are merged, so that a rare one is found as fast as a frequent one.
 */
@Component
final class ListDeliveries {
    /** Before every id there is. */
    private static final UUID LOWEST = new UUID(0, 0);

    /** A busy endpoint's page lies in the newest partitions, so the others are looked at only if it does not. */
    private static final Duration NEWEST = Duration.ofDays(2);

    static final String SQL = """
            SELECT d.*
            FROM unnest(?) AS s (status)
            CROSS JOIN unnest(?) AS t (event_type)
            CROSS JOIN LATERAL (
                SELECT %s
                FROM delivery
                WHERE endpoint_id = ? AND status = s.status AND event_type = t.event_type AND id < ? AND id >= ?
                -- As delivery_history says it, and no other index.
                ORDER BY id DESC NULLS LAST
                LIMIT ?
            ) d
            ORDER BY d.id DESC
            LIMIT ?
            """.formatted(DeliveryView.COLUMNS);

    private final JdbcClient jdbc;
    private final ReadHold holds;
    private final InstantSource clock;

    ListDeliveries(JdbcClient jdbc, ReadHold holds, InstantSource clock) {
        this.jdbc = jdbc;
        this.holds = holds;
        this.clock = clock;
    }

    DeliveryPage list(EndpointId endpoint, DeliveryQuery query) {
        int wanted = Page.rows(query.limit());
        UUID start = query.after().last().value();
        UUID split = split(start);
        List<DeliveryView> found = new ArrayList<>(range(endpoint, query, start, split, wanted));
        if (found.size() < wanted) {
            found.addAll(range(endpoint, query, split, LOWEST, wanted - found.size()));
        }
        EndpointHold hold = holds.of(endpoint);
        return DeliveryPage.of(
                found.stream().map(delivery -> delivery.under(hold)).toList(), query.limit());
    }

    private List<DeliveryView> range(EndpointId endpoint, DeliveryQuery query, UUID below, UUID from, int limit) {
        return jdbc.sql(SQL)
                .param(codes(query.status(), DeliveryStatus.values(), DeliveryStatus::code))
                .param(codes(query.event(), EventType.values(), EventType::code))
                .param(endpoint.value())
                .param(below)
                .param(from)
                .param(limit)
                .param(limit)
                .query(DeliveryView::of)
                .list();
    }

    private UUID split(UUID start) {
        long newest = Math.min(TimePrefix.of(start).toEpochMilli(), clock.millis());
        return TimePrefix.firstAt(Instant.ofEpochMilli(Math.max(0, newest - NEWEST.toMillis())));
    }

    private static <T> SqlArrayValue codes(@Nullable T one, T[] all, Function<T, Short> code) {
        return new SqlArrayValue(
                "int2",
                (one == null ? Arrays.stream(all) : Stream.of(one)).map(code).toArray());
    }

    /**
     * The answer to a listing, newest first.
     *
     * @param nextCursor null on the last page
     */
    record DeliveryPage(
            List<DeliveryView> deliveries, @Nullable String nextCursor) {
        DeliveryPage {
            deliveries = List.copyOf(deliveries);
        }

        /** @param found up to {@link Page#rows} of them */
        static DeliveryPage of(List<DeliveryView> found, int limit) {
            Page<DeliveryView> page = Page.of(found, limit);
            return new DeliveryPage(page.shown(), page.nextCursor(last -> new DeliveryCursor(last.id()).toString()));
        }
    }
}
