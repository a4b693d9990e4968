package io.igregulator.webhooks.api.feed;

import java.util.UUID;

/**
 * A place in the feed's order: the first event that is still to come.
 *
 * @param transaction the number of the transaction that stored it, unsigned
 */
record FeedPosition(long transaction, UUID event) implements Comparable<FeedPosition> {
    private static final UUID FIRST = new UUID(0, 0);

    /** Before all that this transaction may have stored. */
    static FeedPosition startOf(long transaction) {
        return new FeedPosition(transaction, FIRST);
    }

    /** The place right behind the event here. */
    FeedPosition next() {
        long low = event.getLeastSignificantBits() + 1;
        long high = low == 0 ? event.getMostSignificantBits() + 1 : event.getMostSignificantBits();
        return low == 0 && high == 0 ? startOf(transaction + 1) : new FeedPosition(transaction, new UUID(high, low));
    }

    FeedPosition orLater(FeedPosition other) {
        return compareTo(other) >= 0 ? this : other;
    }

    /** As PostgreSQL compares. */
    @Override
    public int compareTo(FeedPosition other) {
        int byTransaction = Long.compareUnsigned(transaction, other.transaction);
        if (byTransaction != 0) {
            return byTransaction;
        }
        int high = Long.compareUnsigned(event.getMostSignificantBits(), other.event.getMostSignificantBits());
        return high != 0
                ? high
                : Long.compareUnsigned(event.getLeastSignificantBits(), other.event.getLeastSignificantBits());
    }
}
