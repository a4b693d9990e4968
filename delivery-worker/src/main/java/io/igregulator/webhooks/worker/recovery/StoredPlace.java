package io.igregulator.webhooks.worker.recovery;

import java.time.Instant;
import java.util.UUID;

/**
 * A stored event's place in the order in which events are looked at: by the time of their transaction, then as in the polling
 * feed.
 *
 * @param tx unsigned
 */
record StoredPlace(Instant storedAt, long tx, UUID event) {
    /** Before all events that were stored at this time or later. */
    static StoredPlace before(Instant time) {
        return new StoredPlace(time, 0, new UUID(0, 0));
    }
}
