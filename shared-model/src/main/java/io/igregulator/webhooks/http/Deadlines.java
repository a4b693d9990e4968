package io.igregulator.webhooks.http;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.hc.core5.concurrent.Cancellable;

/**
 * Watches the time of every exchange with a single thread, which looks at all of them a few times a second: nearly all end
 * long before their time, and a timer for each would be the dearer part of it. A deadline is met up to one look late.
 */
final class Deadlines implements AutoCloseable {
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);

    private final long timeoutNanos;
    private final Set<Deadline> open = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("webhook-deadlines").factory());

    Deadlines(Duration timeout) {
        this.timeoutNanos = timeout.toNanos();
        long between = BETWEEN_LOOKS.toNanos();
        var _ = timer.scheduleWithFixedDelay(this::look, between, between, TimeUnit.NANOSECONDS);
    }

    /** Must be called by the thread that carries out the request. */
    Deadline start(Cancellable request) {
        Deadline deadline = new Deadline(request, System.nanoTime() + timeoutNanos, open::remove);
        open.add(deadline);
        return deadline;
    }

    private void look() {
        long now = System.nanoTime();
        for (Deadline deadline : open) {
            if (deadline.passedAt(now)) {
                deadline.expire();
            }
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
