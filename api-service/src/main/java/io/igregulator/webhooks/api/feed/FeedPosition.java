package io.igregulator.webhooks.api.feed;

import io.igregulator.webhooks.api.error.InvalidRequest;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.UUID;

/**
 * A place in the feed's order: the first event that is still to come. On the wire an opaque cursor.
 *
 * @param transaction the number of the transaction that stored it, unsigned
 */
record FeedPosition(long transaction, UUID event) implements Comparable<FeedPosition> {
    private static final byte FORMAT = 1;
    private static final int BYTES = 1 + 3 * Long.BYTES;
    private static final UUID FIRST = new UUID(0, 0);

    /** Before all that this transaction may have stored. */
    static FeedPosition startOf(long transaction) {
        return new FeedPosition(transaction, FIRST);
    }

    /** @throws InvalidRequest unless the text is a cursor */
    static FeedPosition parse(String cursor, String field) {
        ByteBuffer bytes = ByteBuffer.wrap(decode(cursor, field));
        if (bytes.remaining() != BYTES || bytes.get() != FORMAT) {
            throw foreign(field);
        }
        return new FeedPosition(bytes.getLong(), new UUID(bytes.getLong(), bytes.getLong()));
    }

    /** A cursor that nobody here has given out. */
    static InvalidRequest foreign(String field) {
        return InvalidRequest.pagination(field, "'" + field + "' is none that this route gave out");
    }

    private static byte[] decode(String cursor, String field) {
        try {
            return Base64.getUrlDecoder().decode(cursor);
        } catch (IllegalArgumentException e) {
            throw foreign(field);
        }
    }

    String cursor() {
        ByteBuffer bytes = ByteBuffer.allocate(BYTES)
                .put(FORMAT)
                .putLong(transaction)
                .putLong(event.getMostSignificantBits())
                .putLong(event.getLeastSignificantBits());
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
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
