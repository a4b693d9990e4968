package io.igregulator.webhooks.benchmark.raw;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.hc.core5.concurrent.Cancellable;

/**
 * One deadline per request over all of it, which the client itself does not have. A single thread looks at all of them
 * now and then: a timer for each would cost more.
 */
final class ApacheDeadlines implements AutoCloseable {
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);

    private final long timeoutNanos;
    private final Set<Deadline> open = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("raw-deadlines").factory());

    ApacheDeadlines(Duration timeout) {
        this.timeoutNanos = timeout.toNanos();
        long between = BETWEEN_LOOKS.toNanos();
        var _ = timer.scheduleWithFixedDelay(this::look, between, between, TimeUnit.NANOSECONDS);
    }

    Deadline start(Cancellable request) {
        var deadline = new Deadline(request, System.nanoTime() + timeoutNanos);
        open.add(deadline);
        return deadline;
    }

    private void look() {
        long now = System.nanoTime();
        open.stream().filter(deadline -> now - deadline.atNanos >= 0).forEach(deadline -> deadline.request.cancel());
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }

    /** The end of one request's time. */
    final class Deadline implements AutoCloseable {
        private final Cancellable request;
        private final long atNanos;

        private Deadline(Cancellable request, long atNanos) {
            this.request = request;
            this.atNanos = atNanos;
        }

        @Override
        public void close() {
            open.remove(this);
        }
    }
}
