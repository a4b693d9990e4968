package io.igregulator.webhooks.id;

import java.time.Instant;
import java.util.UUID;

/** The milliseconds since 1970 that ids of events and deliveries begin with: a span of time is a range of ids. */
public final class TimePrefix {
    private static final int SHIFT = 16;

    private TimePrefix() {}

    /** The lowest id of the millisecond. */
    public static UUID firstAt(Instant time) {
        return new UUID(time.toEpochMilli() << SHIFT, 0);
    }

    public static Instant of(UUID id) {
        return Instant.ofEpochMilli(id.getMostSignificantBits() >>> SHIFT);
    }
}
