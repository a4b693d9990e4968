package io.igregulator.webhooks.worker.retention;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;

/** The ids whose events happened from one instant up to, but without, another: a partition's bounds. */
record IdRange(Instant from, Instant to) {
    private static final int MILLIS_SHIFT = 16;

    static IdRange of(LocalDate day) {
        return new IdRange(
                day.atStartOfDay(ZoneOffset.UTC).toInstant(),
                day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant());
    }

    static IdRange between(UUID lower, UUID upper) {
        return new IdRange(timeOf(lower), timeOf(upper));
    }

    UUID lower() {
        return firstIdAt(from);
    }

    UUID upper() {
        return firstIdAt(to);
    }

    boolean overlaps(IdRange other) {
        return from.isBefore(other.to) && other.from.isBefore(to);
    }

    private static UUID firstIdAt(Instant time) {
        return new UUID(time.toEpochMilli() << MILLIS_SHIFT, 0);
    }

    private static Instant timeOf(UUID id) {
        return Instant.ofEpochMilli(id.getMostSignificantBits() >>> MILLIS_SHIFT);
    }
}
