package io.igregulator.webhooks.worker.fanout;

import io.igregulator.webhooks.worker.recipient.Audience;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Recipients that were read in one snapshot of the database, or later and before anything changed. What is found to have
 * changed makes the whole of it useless: another memory takes its place, and what a slower thread still adds here is
 * never asked for.
 */
final class RecipientMemory {
    // An entry's own objects, counted as so many recipients.
    private static final int ENTRY = 8;

    private final String snapshot;
    private final long readAtNanos;
    private final int limit;
    private final Map<Audience, Recipients> known = new HashMap<>();
    private int size;

    /** @param limit recipients in all; an answer that does not fit is not kept */
    RecipientMemory(String snapshot, long readAtNanos, int limit) {
        this.snapshot = snapshot;
        this.readAtNanos = readAtNanos;
        this.limit = limit;
    }

    String snapshot() {
        return snapshot;
    }

    long ageNanos(long nowNanos) {
        return nowNanos - readAtNanos;
    }

    synchronized @Nullable Recipients of(Audience audience) {
        return known.get(audience);
    }

    synchronized void keep(Audience audience, Recipients recipients) {
        int more = recipients.count() + ENTRY;
        if (size + more <= limit && known.putIfAbsent(audience, recipients) == null) {
            size += more;
        }
    }
}
