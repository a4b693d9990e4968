package io.igregulator.webhooks.chaos.fault;

import io.igregulator.webhooks.embedded.StartFailedException;
import io.igregulator.webhooks.stack.Await;
import io.igregulator.webhooks.stack.CommandFailure;
import io.igregulator.webhooks.stack.Part;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A part that is kept running, as an orchestrator would do: a service that gives up because PostgreSQL is away at that
 * moment is started again. Faults of one part come one after the other.
 */
final class SupervisedPart {
    private static final Duration PAUSE = Duration.ofMillis(100);

    private final Part part;
    private final ReentrantLock fault = new ReentrantLock();
    private final AtomicInteger ownExits = new AtomicInteger();
    private volatile boolean wanted;

    SupervisedPart(Part part, boolean wanted) {
        this.part = part;
        this.wanted = wanted;
    }

    String name() {
        return part.name();
    }

    /** Has the part to itself until {@link #release}. */
    void seize() {
        fault.lock();
    }

    void release() {
        fault.unlock();
    }

    void kill() {
        wanted = false;
        part.kill();
    }

    void stop() {
        wanted = false;
        part.stop();
    }

    void start() {
        wanted = true;
        tryStart();
    }

    void freeze() {
        part.freeze();
    }

    void thaw() {
        part.thaw();
    }

    /** Starts it if it ended without being asked to. */
    void revive() {
        if (wanted && !part.running()) {
            ownExits.incrementAndGet();
            tryStart();
        }
    }

    private void tryStart() {
        try {
            part.start();
        } catch (CommandFailure | StartFailedException e) {
            // The next look at it tries again.
        }
    }

    boolean awaitReady(Duration patience) {
        return Await.until(part::ready, patience, PAUSE);
    }

    boolean wanted() {
        return wanted;
    }

    /** How often it ended without being asked to. */
    int ownExits() {
        return ownExits.get();
    }
}
