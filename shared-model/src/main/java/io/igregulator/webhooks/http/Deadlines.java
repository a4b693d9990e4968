package io.igregulator.webhooks.http;

import java.time.Duration;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.apache.hc.core5.concurrent.Cancellable;

/** Watches the time of every exchange with a single thread. */
final class Deadlines implements AutoCloseable {
    private final Duration timeout;
    private final ScheduledThreadPoolExecutor timer;

    Deadlines(Duration timeout) {
        this.timeout = timeout;
        this.timer = new ScheduledThreadPoolExecutor(
                1, Thread.ofPlatform().daemon().name("webhook-deadlines").factory());
        // Nearly all are cancelled long before they are due, and would otherwise stay in the queue until then.
        timer.setRemoveOnCancelPolicy(true);
    }

    /** Must be called by the thread that carries out the request. */
    Deadline start(Cancellable request) {
        Deadline deadline = new Deadline(request);
        deadline.timer(timer.schedule(deadline::expire, timeout.toNanos(), TimeUnit.NANOSECONDS));
        return deadline;
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
