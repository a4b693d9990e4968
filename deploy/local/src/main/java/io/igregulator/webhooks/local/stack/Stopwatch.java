package io.igregulator.webhooks.local.stack;

import java.time.Duration;

/** Time passed since it was made. */
final class Stopwatch {
    private final long startedAt = System.nanoTime();

    Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - startedAt);
    }
}
