package io.igregulator.webhooks.sql;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/** Turns a time into a parameter: the driver does not take an {@link Instant}. */
public final class SqlTime {
    private SqlTime() {}

    public static OffsetDateTime of(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }
}
