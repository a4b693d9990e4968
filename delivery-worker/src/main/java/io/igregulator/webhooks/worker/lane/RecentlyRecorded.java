package io.igregulator.webhooks.worker.lane;

import io.igregulator.webhooks.id.DeliveryId;

/**
 * Remembers deliveries that were recorded lately. Each has one place, by its id's hash, and the next one with the same
 * place takes it over: so it holds at most a fixed number, and neither memory nor the collector has anything to do with
 * how many pass through.
 */
final class RecentlyRecorded {
    private static final int PLACES = 1 << 17;

    private final long[] high = new long[PLACES];
    private final long[] low = new long[PLACES];

    synchronized void add(DeliveryId id) {
        int place = place(id);
        high[place] = id.value().getMostSignificantBits();
        low[place] = id.value().getLeastSignificantBits();
    }

    synchronized boolean contains(DeliveryId id) {
        int place = place(id);
        return high[place] == id.value().getMostSignificantBits()
                && low[place] == id.value().getLeastSignificantBits();
    }

    /** The last bits of the id are bits of SHA-256. */
    private static int place(DeliveryId id) {
        return (int) id.value().getLeastSignificantBits() & (PLACES - 1);
    }
}
