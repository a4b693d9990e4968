package io.igregulator.webhooks.worker.retention;

import io.igregulator.webhooks.id.TimePrefix;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;

/** The ids whose events happened from one instant up to, but without, another: a partition's bounds. */
record IdRange(Instant from, Instant to) {
    static IdRange of(LocalDate day) {
        return new IdRange(
                day.atStartOfDay(ZoneOffset.UTC).toInstant(),
                day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant());
    }

    static IdRange between(UUID lower, UUID upper) {
        return new IdRange(TimePrefix.of(lower), TimePrefix.of(upper));
    }

    UUID lower() {
        return TimePrefix.firstAt(from);
    }

    UUID upper() {
        return TimePrefix.firstAt(to);
    }

    boolean overlaps(IdRange other) {
        return from.isBefore(other.to) && other.from.isBefore(to);
    }
}
