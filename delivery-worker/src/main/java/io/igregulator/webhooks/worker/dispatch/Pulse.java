package io.igregulator.webhooks.worker.dispatch;

import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/**
 * When the poll thread last came round. A process that was frozen may have lost its partitions without knowing it yet;
 * until it has polled again, nothing that it had queued may start.
 */
final class Pulse {
    private static final long CHECK_NANOS = 10_000_000;

    private final InstantSource clock;
    private final long limitMillis;
    private volatile long lastMillis;

    /** @param limit shorter than the group's session timeout */
    Pulse(InstantSource clock, Duration limit) {
        this.clock = clock;
        this.limitMillis = limit.toMillis();
        this.lastMillis = clock.millis();
    }

    void beat() {
        lastMillis = clock.millis();
    }

    /** Returns at once as a rule; after a freeze, once the poll thread is back or {@code worthwhile} is no longer true. */
    void awaitFreshWhile(BooleanSupplier worthwhile) {
        while (!fresh() && worthwhile.getAsBoolean() && !Thread.currentThread().isInterrupted()) {
            LockSupport.parkNanos(CHECK_NANOS);
        }
    }

    private boolean fresh() {
        return clock.millis() - lastMillis < limitMillis;
    }
}
