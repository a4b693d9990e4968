package io.igregulator.webhooks.worker.waiting;

import io.igregulator.webhooks.id.EndpointId;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Claims due deliveries in two levels: first the endpoints that have something due, then a few rows of each, so that the
 * backlog of one endpoint is never walked to find another's. A claim is a lease: it moves the due time ahead.
 */
final class ClaimDue {
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final PlaceQueues placeQueues;
    private final ClaimBook book;
    private final WaitingProperties properties;
    private final InstantSource clock;

    ClaimDue(
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            PlaceQueues placeQueues,
            ClaimBook book,
            WaitingProperties properties,
            InstantSource clock) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.placeQueues = placeQueues;
        this.book = book;
        this.properties = properties;
        this.clock = clock;
    }

    /**
     * @param shards of the partitions this worker owns
     * @param turns asked for each endpoint that has something due
     */
    Claim claim(Collection<Integer> shards, Function<EndpointId, Turn> turns) {
        return Objects.requireNonNull(transaction.execute(status -> claimNow(shards, turns)));
    }

    private Claim claimNow(Collection<Integer> shards, Function<EndpointId, Turn> turns) {
        placeQueues.place();
        List<EndpointId> due = lockQueues(shards);
        if (due.isEmpty()) {
            return Claim.NOTHING;
        }
        List<EndpointId> inactive = holdInactive(due);
        Map<EndpointId, Integer> taking = new LinkedHashMap<>();
        Map<EndpointId, Instant> holding = new LinkedHashMap<>();
        for (EndpointId endpoint : due) {
            if (!inactive.contains(endpoint)) {
                switch (turns.apply(endpoint)) {
                    case Turn.Take(int deliveries) -> taking.put(endpoint, deliveries);
                    case Turn.Hold(Instant until) -> holding.put(endpoint, until);
                }
            }
        }
        hold(holding);
        return take(taking);
    }

    private Claim take(Map<EndpointId, Integer> taking) {
        Instant leaseEnd = clock.instant().plus(properties.lease());
        List<ClaimedDelivery> claimed = lease(dueOf(taking), leaseEnd);
        removeCompleted(claimed);
        advanceQueues(taking.keySet());
        Map<EndpointId, Long> counts =
                claimed.stream().collect(Collectors.groupingBy(ClaimedDelivery::endpoint, Collectors.counting()));
        List<ClaimedDelivery> open =
                claimed.stream().filter(delivery -> !delivery.completed()).toList();
        return new Claim(
                open,
                leaseEnd,
                taking.entrySet().stream()
                        .filter(entry -> counts.getOrDefault(entry.getKey(), 0L) < entry.getValue())
                        .map(Map.Entry::getKey)
                        .toList(),
                book.write(open, leaseEnd));
    }

    private List<EndpointId> lockQueues(Collection<Integer> shards) {
        return jdbc.sql("""
                        SELECT endpoint_id
                        FROM endpoint_queue
                        WHERE shard = ANY (?) AND next_due_at <= ?
                        ORDER BY next_due_at
                        LIMIT ?
                        FOR UPDATE SKIP LOCKED
                        """)
                .param(new SqlArrayValue("int4", shards.toArray()))
                .param(clock.instant().atOffset(ZoneOffset.UTC))
                .param(properties.endpointsPerClaim())
                .query((row, number) -> new EndpointId(row.getObject("endpoint_id", UUID.class)))
                .list();
    }

    /**
     * Takes inactive endpoints out of the way. A statement of its own, after the queue rows are locked: a reactivation
     * either is seen here, or waits for the lock and then makes the queue due again.
     */
    private List<EndpointId> holdInactive(List<EndpointId> endpoints) {
        return jdbc.sql("""
                        UPDATE endpoint_queue q SET next_due_at = 'infinity'
                        FROM endpoint e
                        WHERE e.id = q.endpoint_id AND NOT e.active AND q.endpoint_id = ANY (?)
                        RETURNING q.endpoint_id
                        """)
                .param(uuids(endpoints))
                .query((row, number) -> new EndpointId(row.getObject("endpoint_id", UUID.class)))
                .list();
    }

    private void hold(Map<EndpointId, Instant> holding) {
        if (holding.isEmpty()) {
            return;
        }
        jdbc.sql("""
                        UPDATE endpoint_queue q SET next_due_at = h.until
                        FROM unnest(?, ?) AS h (endpoint_id, until)
                        WHERE q.endpoint_id = h.endpoint_id
                        """)
                .param(uuids(holding.keySet()))
                .param(new SqlArrayValue("timestamptz", holding.values().toArray()))
                .update();
    }

    private List<ClaimedDelivery> lease(List<UUID> due, Instant leaseEnd) {
        if (due.isEmpty()) {
            return List.of();
        }
        return jdbc.sql("""
                        WITH leased AS (
                            UPDATE waiting_delivery SET due_at = ?
                            WHERE delivery_id = ANY (?)
                            RETURNING *
                        )
                        SELECT l.delivery_id, l.endpoint_id, l.event_id, l.event_type, l.attempts,
                            l.attempts_before_resend, l.created_at, q.shard, e.account_id, e.version, v.body,
                            d.completed_at IS NOT NULL AS completed
                        FROM leased l
                        JOIN endpoint_queue q ON q.endpoint_id = l.endpoint_id
                        JOIN endpoint e ON e.id = l.endpoint_id
                        LEFT JOIN event v ON v.id = l.event_id
                        LEFT JOIN delivery d ON d.id = l.delivery_id
                        """)
                .param(leaseEnd.atOffset(ZoneOffset.UTC))
                .param(new SqlArrayValue("uuid", due.toArray()))
                .query(ClaimedDelivery::of)
                .list();
    }

    /**
     * A statement of its own: the planner takes a limit that it does not know for a tenth of the table, and would read all
     * of the table to update that much.
     */
    private List<UUID> dueOf(Map<EndpointId, Integer> taking) {
        if (taking.isEmpty()) {
            return List.of();
        }
        return jdbc.sql("""
                        SELECT w.delivery_id
                        FROM unnest(?, ?) AS q (endpoint_id, room)
                        CROSS JOIN LATERAL (
                            SELECT delivery_id
                            FROM waiting_delivery
                            WHERE endpoint_id = q.endpoint_id AND due_at <= ?
                            ORDER BY due_at
                            LIMIT q.room
                        ) w
                        """)
                .param(uuids(taking.keySet()))
                .param(new SqlArrayValue("int4", taking.values().toArray()))
                .param(clock.instant().atOffset(ZoneOffset.UTC))
                .query((row, number) -> row.getObject(1, UUID.class))
                .list();
    }

    /** What another owner ended after this row was written: while two overlap, a failure may be recorded after a success. */
    private void removeCompleted(List<ClaimedDelivery> claimed) {
        List<ClaimedDelivery> completed =
                claimed.stream().filter(ClaimedDelivery::completed).toList();
        if (!completed.isEmpty()) {
            // Asked again: a resend may have made it pending since the row was read, and then it stays.
            jdbc.sql("""
                            DELETE FROM waiting_delivery w
                            USING delivery d
                            WHERE w.delivery_id = ANY (?) AND d.id = w.delivery_id AND d.completed_at IS NOT NULL
                            """)
                    .param(new SqlArrayValue(
                            "uuid",
                            completed.stream()
                                    .map(delivery -> delivery.id().value())
                                    .toArray()))
                    .update();
        }
    }

    /** Queue rows follow what is left; one with nothing left goes. Only rows locked above are touched. */
    private void advanceQueues(Set<EndpointId> endpoints) {
        Set<EndpointId> empty = new HashSet<>(endpoints);
        // The first row by index each: what is asked of the whole table at once, the planner may answer by reading it
        // whole.
        jdbc.sql("""
                        UPDATE endpoint_queue q SET next_due_at = n.due_at
                        FROM unnest(?) AS x (endpoint_id)
                        CROSS JOIN LATERAL (
                            SELECT due_at FROM waiting_delivery
                            WHERE endpoint_id = x.endpoint_id
                            ORDER BY due_at
                            LIMIT 1
                        ) n
                        WHERE q.endpoint_id = x.endpoint_id
                        RETURNING q.endpoint_id
                        """)
                .param(uuids(endpoints))
                .query((row, number) -> new EndpointId(row.getObject("endpoint_id", UUID.class)))
                .list()
                .forEach(empty::remove);
        if (!empty.isEmpty()) {
            jdbc.sql("DELETE FROM endpoint_queue WHERE endpoint_id = ANY (?)")
                    .param(uuids(empty))
                    .update();
        }
    }

    private static SqlArrayValue uuids(Collection<EndpointId> ids) {
        return new SqlArrayValue("uuid", ids.stream().map(EndpointId::value).toArray());
    }
}
