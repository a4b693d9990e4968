package io.igregulator.webhooks.benchmark.run;

import io.igregulator.webhooks.local.stack.LocalFailure;
import io.igregulator.webhooks.local.stack.Part;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Starts a service and waits until it says that it is ready. */
final class Ready {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration PAUSE = Duration.ofMillis(25);

    private Ready() {}

    static double secondsToStart(Part part) {
        long from = System.nanoTime();
        part.start();
        while (!part.ready()) {
            if (!part.running() || System.nanoTime() - from > PATIENCE.toNanos()) {
                throw new LocalFailure(part.name() + " does not become ready; its log tells why.");
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
        return (System.nanoTime() - from) / 1e9;
    }
}
