package io.igregulator.webhooks.http;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * Watches the time of every exchange by looking at all of them a few times per second: nearly all end long before their time,
 * and a timer for each would be the dearer part of it. A deadline is met up to one look late.
 */
final class Deadlines {
    private final long timeoutNanos;
    private final Set<Deadline> open = ConcurrentHashMap.newKeySet();
    private final Consumer<Deadline> forget = open::remove;

    Deadlines(Duration timeout) {
        this.timeoutNanos = timeout.toNanos();
    }

    /** Must be called by the thread that carries out the exchange. */
    Deadline start(long nowNanos) {
        Deadline deadline = new Deadline(nowNanos + timeoutNanos, forget);
        open.add(deadline);
        return deadline;
    }

    void expirePassed(long nowNanos) {
        for (Deadline deadline : open) {
            if (deadline.passedAt(nowNanos)) {
                deadline.expire();
            }
        }
    }

    void abortAll() {
        open.forEach(Deadline::abort);
    }
}
