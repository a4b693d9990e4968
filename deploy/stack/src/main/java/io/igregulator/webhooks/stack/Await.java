package io.igregulator.webhooks.stack;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for a condition, not for a time: the one loop of this kind in the tools. */
public final class Await {
    private static final Duration PAUSE = Duration.ofMillis(100);

    private Await() {}

    /** Returns whether it came true in time, looking ten times per second. */
    public static boolean until(BooleanSupplier condition, Duration patience) {
        return until(condition, patience, PAUSE);
    }

    /**
     * Returns whether it came true in time.
     *
     * @param pause between two looks
     */
    public static boolean until(BooleanSupplier condition, Duration patience, Duration pause) {
        long deadline = System.nanoTime() + patience.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                return false;
            }
            LockSupport.parkNanos(pause.toNanos());
        }
        return true;
    }
}
