package io.igregulator.webhooks.benchmark.run;

import io.igregulator.webhooks.stack.Await;
import io.igregulator.webhooks.stack.Part;
import java.time.Duration;

/** Starts a service and waits until it says that it is ready. */
final class Ready {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration PAUSE = Duration.ofMillis(25);

    private Ready() {}

    static double secondsToStart(Part part) {
        long from = System.nanoTime();
        part.start();
        if (!Await.until(() -> part.ready() || !part.running(), PATIENCE, PAUSE) || !part.running()) {
            throw part.explain("does not become ready");
        }
        return (System.nanoTime() - from) / 1e9;
    }
}
