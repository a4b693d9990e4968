package io.igregulator.webhooks.chaos.fault;

import io.igregulator.webhooks.embedded.Failover;
import io.igregulator.webhooks.stack.Part;
import io.igregulator.webhooks.stack.Stack;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** All parts of a stack, and the loop that starts again what ended by itself. */
public final class Supervision implements AutoCloseable {
    private static final long PAUSE_MILLIS = 500;

    private final Stack stack;
    private final SupervisedPart postgres;
    private final SupervisedPart kafka;
    private final SupervisedPart api;
    private final List<SupervisedPart> workers;
    private final ScheduledExecutorService loop = Executors.newSingleThreadScheduledExecutor();

    /** @param runningWorkers so many of the stack's workers run, the first ones */
    public Supervision(Stack stack, int runningWorkers) {
        this.stack = stack;
        this.postgres = new SupervisedPart(stack.postgres(), true);
        this.kafka = new SupervisedPart(stack.kafka(), true);
        this.api = new SupervisedPart(stack.api(), true);
        var parts = new ArrayList<SupervisedPart>();
        for (Part worker : stack.workers()) {
            parts.add(new SupervisedPart(worker, parts.size() < runningWorkers));
        }
        this.workers = List.copyOf(parts);
    }

    public void begin() {
        var _ = loop.scheduleWithFixedDelay(
                () -> all().forEach(SupervisedPart::revive), PAUSE_MILLIS, PAUSE_MILLIS, TimeUnit.MILLISECONDS);
    }

    SupervisedPart postgres() {
        return postgres;
    }

    /** Of the PostgreSQL that runs now. */
    Failover failover() {
        return stack.failover();
    }

    SupervisedPart kafka() {
        return kafka;
    }

    SupervisedPart api() {
        return api;
    }

    SupervisedPart worker(int number) {
        return workers.get(number);
    }

    /** The one that runs only while a fault wants it. */
    SupervisedPart spareWorker() {
        return workers.getLast();
    }

    private List<SupervisedPart> all() {
        var all = new ArrayList<>(List.of(postgres, kafka, api));
        all.addAll(workers);
        return all;
    }

    /** Names of the parts that should run and are not ready in time. */
    public List<String> awaitAllReady(Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        return all().stream()
                .filter(SupervisedPart::wanted)
                .filter(part -> !part.awaitReady(Duration.ofNanos(Math.max(0, deadline - System.nanoTime()))))
                .map(SupervisedPart::name)
                .toList();
    }

    /** How often parts ended without being asked to. */
    public int ownExits() {
        return all().stream().mapToInt(SupervisedPart::ownExits).sum();
    }

    /** From here on what ends stays ended. */
    @Override
    public void close() {
        loop.shutdownNow();
        try {
            loop.awaitTermination(1, TimeUnit.MINUTES);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
