package io.igregulator.webhooks.worker.waiting;

import io.igregulator.webhooks.id.EndpointId;
import io.igregulator.webhooks.worker.waiting.EndpointQueues.Locked;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Claims due deliveries in two levels: first the endpoints that have something due, then a few rows of each, so that the
 * backlog of one endpoint is never walked to find another's. A claim is a lease: it moves the due time ahead.
 */
final class ClaimDue {
    /** Until claims are written down again: only that distinguishes claimed rows from others. */
    private static final Duration UNTIL_OPEN = Duration.ofSeconds(1);

    private final TransactionTemplate transaction;
    private final PlaceQueues placeQueues;
    private final EndpointQueues queues;
    private final ResumeRequests resumes;
    private final WaitingRows rows;
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
        this.transaction = new TransactionTemplate(transactions);
        this.placeQueues = placeQueues;
        this.queues = new EndpointQueues(jdbc);
        this.resumes = new ResumeRequests(jdbc);
        this.rows = new WaitingRows(jdbc);
        this.book = book;
        this.properties = properties;
        this.clock = clock;
    }

    /**
     * @param shards of the partitions this worker owns
     * @param turns asked for each endpoint that has something due
     */
    Claim claim(Collection<Integer> shards, Turns turns) {
        return Objects.requireNonNull(transaction.execute(status -> claimNow(shards, turns)));
    }

    private Claim claimNow(Collection<Integer> shards, Turns turns) {
        placeQueues.place();
        List<EndpointId> due = queues.lockDue(shards, clock.instant(), properties.endpointsPerClaim());
        if (due.isEmpty()) {
            return Claim.NOTHING;
        }
        Map<EndpointId, Locked> locked = queues.lockEndpoints(due);
        resumes.take(resumed(locked)).forEach(turns::tryNow);
        Map<EndpointId, Integer> taking = new LinkedHashMap<>();
        Map<EndpointId, Integer> takingEarly = new LinkedHashMap<>();
        Map<EndpointId, Instant> holding = new LinkedHashMap<>();
        List<EndpointId> inactive = new ArrayList<>();
        for (EndpointId endpoint : due) {
            @Nullable Locked found = locked.get(endpoint);
            if (found == null) {
                continue;
            }
            if (!found.active()) {
                inactive.add(endpoint);
                continue;
            }
            switch (turns.apply(endpoint)) {
                case Turn.Take(int deliveries) -> taking.put(endpoint, deliveries);
                case Turn.TakeEarly(int deliveries) when book.open() -> takingEarly.put(endpoint, deliveries);
                case Turn.TakeEarly early ->
                    holding.put(endpoint, clock.instant().plus(UNTIL_OPEN));
                case Turn.Hold(Instant until) -> holding.put(endpoint, until);
            }
        }
        queues.holdInactive(inactive);
        queues.hold(holding);
        return take(taking, takingEarly, turns);
    }

    private static List<EndpointId> resumed(Map<EndpointId, Locked> locked) {
        return locked.entrySet().stream()
                .filter(entry -> entry.getValue().active() && entry.getValue().resumed())
                .map(Map.Entry::getKey)
                .toList();
    }

    private Claim take(Map<EndpointId, Integer> taking, Map<EndpointId, Integer> takingEarly, Turns turns) {
        Instant now = clock.instant();
        Instant leaseEnd = now.plus(properties.lease());
        List<ClaimedDelivery> claimed = rows.lease(taking, takingEarly, now, leaseEnd);
        rows.removeCompleted(claimed);
        Map<EndpointId, Integer> all = new LinkedHashMap<>(taking);
        all.putAll(takingEarly);
        queues.advance(all.keySet());
        List<EndpointId> drained = drained(all, claimed);
        catchUp(takingEarly.keySet(), drained, turns);
        List<ClaimedDelivery> open =
                claimed.stream().filter(delivery -> !delivery.completed()).toList();
        return new Claim(open, leaseEnd, drained, book.write(open, leaseEnd));
    }

    /** Those that had less to take than they might. */
    private static List<EndpointId> drained(Map<EndpointId, Integer> taking, List<ClaimedDelivery> claimed) {
        Map<EndpointId, Long> counts =
                claimed.stream().collect(Collectors.groupingBy(ClaimedDelivery::endpoint, Collectors.counting()));
        return taking.entrySet().stream()
                .filter(entry -> counts.getOrDefault(entry.getKey(), 0L) < entry.getValue())
                .map(Map.Entry::getKey)
                .toList();
    }

    /** What is not due yet would otherwise keep its queue until then. */
    private void catchUp(Set<EndpointId> early, List<EndpointId> drained, Turns turns) {
        Map<EndpointId, Instant> more = new LinkedHashMap<>();
        for (EndpointId endpoint : early) {
            if (drained.contains(endpoint)) {
                turns.caughtUp(endpoint);
            } else {
                more.put(endpoint, clock.instant());
            }
        }
        queues.hold(more);
    }

    /**
     * What one claim took.
     *
     * @param leaseEnd until when it holds
     * @param drained endpoints of which nothing more is due
     * @param ended to be called when all deliveries are recorded
     */
    record Claim(List<ClaimedDelivery> deliveries, Instant leaseEnd, List<EndpointId> drained, Runnable ended) {
        static final Claim NOTHING = new Claim(List.of(), Instant.MIN, List.of(), () -> {});

        Claim {
            deliveries = List.copyOf(deliveries);
            drained = List.copyOf(drained);
        }
    }
}
