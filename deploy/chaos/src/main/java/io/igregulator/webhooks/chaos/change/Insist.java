package io.igregulator.webhooks.chaos.change;

import io.igregulator.webhooks.stack.CommandFailure;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.locks.LockSupport;

/** Repeats a call until the API acknowledges it: it may be down at the moment. */
final class Insist {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration PAUSE = Duration.ofMillis(300);

    private final InstantSource clock;

    Insist(InstantSource clock) {
        this.clock = clock;
    }

    /** @throws CommandFailure if it never is */
    Change on(Change.What what, Runnable call) {
        Instant begunAt = clock.instant();
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        for (boolean lost = false; ; lost = true) {
            try {
                call.run();
                return new Change(what, begunAt, clock.instant(), lost);
            } catch (CommandFailure e) {
                if (System.nanoTime() > deadline) {
                    throw new CommandFailure("The API never acknowledged: " + e.getMessage(), e);
                }
                LockSupport.parkNanos(PAUSE.toNanos());
            }
        }
    }
}
