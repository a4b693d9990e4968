package io.igregulator.webhooks.api.delivery;

import io.igregulator.webhooks.id.DeliveryId;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;

/**
 * Merges ranges, each in its order, into one list, newest first. It reads a few rows of each range, and then more of those
 * that may hold something newer than the last of the list, or of those that are behind the others as long as too little is
 * found. After a number of rows it stops.
 */
final class MergeRanges {
    /** Of a page. More are looked at only if there are more ranges. */
    static final int MOST_ROWS = 10_000;

    private static final int FIRST_ROWS = 4_000;
    private static final int ROWS_AT_ONCE = 2_000;

    /** So much of the ranges is read together while too little is found: others would be read further than the slowest. */
    private static final int PART = 4;

    private final ReadRanges read;
    private final List<HistoryRange> ranges;
    private final DeliveryFilter filter;
    private final int wanted;
    private final NavigableSet<DeliveryView> newest =
            new TreeSet<>(Comparator.comparing(DeliveryView::id).reversed());
    private int looked;

    MergeRanges(ReadRanges read, List<HistoryRange> ranges, DeliveryFilter filter, int wanted) {
        this.read = read;
        this.ranges = List.copyOf(ranges);
        this.filter = filter;
        this.wanted = wanted;
    }

    boolean enough() {
        return newest.size() == wanted;
    }

    /** Those found, newest first, without those that others may be missing between. */
    List<DeliveryView> downTo(DeliveryId end) {
        return newest.stream().filter(one -> one.id().compareTo(end) >= 0).toList();
    }

    /**
     * Goes on with what lies between two ids.
     *
     * @return the id from which on nothing is missing; {@code from} unless there is enough or enough was looked at before
     */
    DeliveryId read(DeliveryId below, DeliveryId from) {
        if (below.compareTo(from) <= 0) {
            return from;
        }
        if (looked >= MOST_ROWS) {
            return below;
        }
        List<RangePosition> all =
                ranges.stream().map(range -> new RangePosition(range, below)).toList();
        int share = share(FIRST_ROWS, ranges.size());
        for (List<RangePosition> next = all; ; share = share(next.size())) {
            looked += read.next(next, from, share, filter, this::add);
            List<RangePosition> behind = behind(all, enough() ? newest.last().id() : from);
            if (behind.isEmpty()) {
                return enough() ? newest.last().id() : from;
            }
            if (looked >= MOST_ROWS) {
                return behind.getFirst().reached();
            }
            next = enough() ? behind : behind.subList(0, Math.ceilDiv(behind.size(), PART));
        }
    }

    /** Those that may hold something above an id, the least read first. */
    private static List<RangePosition> behind(List<RangePosition> positions, DeliveryId id) {
        return positions.stream()
                .filter(position -> position.open() && position.reached().compareTo(id) > 0)
                .sorted(Comparator.comparing(RangePosition::reached).reversed())
                .toList();
    }

    private void add(DeliveryView delivery) {
        newest.add(delivery);
        if (newest.size() > wanted) {
            newest.pollLast();
        }
    }

    private int share(int among) {
        return share(Math.min(ROWS_AT_ONCE, MOST_ROWS - looked), among);
    }

    private int share(int rows, int among) {
        return Math.clamp(rows / among, 1, filter.looksAtRows() ? ROWS_AT_ONCE : wanted);
    }
}
