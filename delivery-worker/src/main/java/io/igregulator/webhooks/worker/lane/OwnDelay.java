package io.igregulator.webhooks.worker.lane;

import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.function.LongSupplier;

/**
 * How long a thread that could continue waits for a processor: the worker's own part in what an exchange took. Found by
 * starting a thread that does nothing, now and then.
 */
final class OwnDelay {
    private static final long NONE = Long.MIN_VALUE;

    private final Executor threads;
    private final LongSupplier nanoTime;
    private long askedAt = NONE;
    private long lastNanos;

    /** @param threads those that exchanges run on */
    OwnDelay(Executor threads, LongSupplier nanoTime) {
        this.threads = threads;
        this.nanoTime = nanoTime;
    }

    /** What the last thread had to wait, or the present one has waited, if that is longer; starts the next one. */
    Duration measure() {
        Duration delay = Duration.ofNanos(current());
        if (ask()) {
            threads.execute(this::answered);
        }
        return delay;
    }

    private synchronized long current() {
        return askedAt == NONE ? lastNanos : Math.max(lastNanos, nanoTime.getAsLong() - askedAt);
    }

    private synchronized boolean ask() {
        boolean none = askedAt == NONE;
        if (none) {
            askedAt = nanoTime.getAsLong();
        }
        return none;
    }

    private synchronized void answered() {
        lastNanos = nanoTime.getAsLong() - askedAt;
        askedAt = NONE;
    }
}
