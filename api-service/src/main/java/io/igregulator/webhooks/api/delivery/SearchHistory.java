package io.igregulator.webhooks.api.delivery;

import io.igregulator.webhooks.id.DeliveryId;
import io.igregulator.webhooks.id.TimePrefix;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Finds the newest deliveries of some ranges, over a bounded part of the history: what that part does not hold, a search from
 * its end finds.
 */
@Component
final class SearchHistory {
    /** A busy endpoint's page lies in the newest partitions, so the others are looked at only if it does not. */
    private static final Duration NEWEST = Duration.ofDays(2);

    /** So many ranges times days are looked up for a page: each is a descent of an index, a microsecond or two. */
    private static final int RANGE_DAYS = 40_000;

    /** History is kept for 30 days. What is kept for longer is looked through at once. */
    private static final Duration KEPT = Duration.ofDays(31);

    private final ReadRanges read;
    private final TransactionOperations transaction;
    private final InstantSource clock;

    SearchHistory(ReadRanges read, TransactionOperations transaction, InstantSource clock) {
        this.read = read;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * What a search found.
     *
     * @param deliveries newest first
     * @param end nothing is missing from it on; the lowest id that was asked for, if the search got that far
     */
    record Found(List<DeliveryView> deliveries, DeliveryId end) {
        Found {
            deliveries = List.copyOf(deliveries);
        }
    }

    /** @param wanted how many deliveries are enough */
    Found search(List<HistoryRange> ranges, DeliveryFilter filter, DeliveryId below, DeliveryId from, int wanted) {
        if (ranges.isEmpty()) {
            return new Found(List.of(), from);
        }
        MergeRanges merge = new MergeRanges(read, ranges, filter, wanted);
        DeliveryId split = later(before(below, NEWEST), from);
        DeliveryId deepest = deepest(below, from, ranges.size());
        DeliveryId end = transaction.execute(status -> {
            read.prepare();
            DeliveryId reached = merge.read(below, split);
            return merge.enough() || reached.compareTo(split) > 0 ? reached : merge.read(split, deepest);
        });
        return new Found(merge.downTo(end), end);
    }

    /** The lowest id that a search for a page may reach. */
    private DeliveryId deepest(DeliveryId below, DeliveryId from, int ranges) {
        Duration depth = Duration.ofDays(Math.max(NEWEST.toDays() + 1, RANGE_DAYS / ranges));
        DeliveryId deepest = later(before(below, depth), from);
        Instant oldest = clock.instant().minus(KEPT);
        return TimePrefix.of(deepest.value()).isBefore(oldest) ? from : deepest;
    }

    private DeliveryId before(DeliveryId id, Duration span) {
        long newest = Math.min(TimePrefix.of(id.value()).toEpochMilli(), clock.millis());
        return new DeliveryId(TimePrefix.firstAt(Instant.ofEpochMilli(Math.max(0, newest - span.toMillis()))));
    }

    private static DeliveryId later(DeliveryId a, DeliveryId b) {
        return a.compareTo(b) > 0 ? a : b;
    }
}
