package io.igregulator.webhooks.local.stack;

import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits until a child is ready, or any part of the stack is seen to have ended. */
final class Readiness {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration PAUSE = Duration.ofMillis(100);

    private final HealthProbe health;
    private final CompletableFuture<LocalFailure> failure;

    Readiness(HealthProbe health, CompletableFuture<LocalFailure> failure) {
        this.health = health;
        this.failure = failure;
    }

    void await(ChildProcess child, URI service) {
        await(child, () -> health.ready(service));
    }

    void awaitPort(ChildProcess child, int port) {
        await(child, () -> HealthProbe.accepts(port));
    }

    private void await(ChildProcess child, BooleanSupplier ready) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!ready.getAsBoolean()) {
            if (failure.isDone()) {
                throw failure.join();
            }
            if (System.nanoTime() > deadline) {
                throw LogTail.explain(child.name(), "was not ready within " + PATIENCE.toSeconds() + " s", child.log());
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }
}
