package io.igregulator.webhooks.benchmark.receive;

import java.time.Instant;

/** Nanoseconds since 1970, alike in all processes of the machine, without an object each time. */
public final class Clock {
    private static final long OFFSET = offset();

    private Clock() {}

    public static long nanos() {
        return System.nanoTime() + OFFSET;
    }

    private static long offset() {
        Instant now = Instant.now();
        long monotonic = System.nanoTime();
        return now.getEpochSecond() * 1_000_000_000L + now.getNano() - monotonic;
    }
}
