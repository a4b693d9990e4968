package io.igregulator.webhooks.chaos.fault;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.locks.LockSupport;

/** Carries out one process fault, from the first signal until the process serves again. */
final class InflictFault {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration INTO_THE_BURST = Duration.ofMillis(700);

    private final Supervision parts;
    private final Timeline timeline;
    private final Runnable burst;
    private final InstantSource clock;

    /** @param burst publishes one */
    InflictFault(Supervision parts, Timeline timeline, Runnable burst, InstantSource clock) {
        this.parts = parts;
        this.timeline = timeline;
        this.burst = burst;
        this.clock = clock;
    }

    void inflict(ProcessFault fault) {
        var part = target(fault);
        part.seize();
        Instant from = clock.instant();
        try {
            breakAndMend(fault, part);
            part.awaitReady(PATIENCE);
            timeline.add(new Disturbance(fault.kind(), part.name(), from, clock.instant()));
            if (fault.kind() == ProcessFault.Kind.WORKER_ADDED) {
                leaveAgain(part, fault.lasts());
            }
            if (fault.kind() == ProcessFault.Kind.POSTGRES_FAILED_OVER) {
                settle();
            }
        } finally {
            part.release();
        }
    }

    private SupervisedPart target(ProcessFault fault) {
        return switch (fault.kind()) {
            case WORKER_KILLED, WORKER_KILLED_IN_BURST, WORKER_FROZEN, WORKER_STOPPED -> parts.worker(fault.worker());
            case WORKER_ADDED -> parts.spareWorker();
            case API_KILLED -> parts.api();
            case BROKER_KILLED, BROKER_RESTARTED -> parts.kafka();
            case POSTGRES_KILLED, POSTGRES_RESTARTED, POSTGRES_FAILED_OVER -> parts.postgres();
        };
    }

    private void breakAndMend(ProcessFault fault, SupervisedPart part) {
        switch (fault.kind()) {
            case WORKER_KILLED, API_KILLED, BROKER_KILLED, POSTGRES_KILLED -> {
                part.kill();
                pause(fault.lasts());
                part.start();
            }
            case WORKER_KILLED_IN_BURST -> {
                burst.run();
                pause(INTO_THE_BURST);
                part.kill();
                pause(fault.lasts());
                part.start();
            }
            case WORKER_STOPPED, BROKER_RESTARTED, POSTGRES_RESTARTED -> {
                part.stop();
                pause(fault.lasts());
                part.start();
            }
            case WORKER_FROZEN -> {
                part.freeze();
                pause(fault.lasts());
                part.thaw();
            }
            case WORKER_ADDED -> part.start();
            case POSTGRES_FAILED_OVER -> {
                parts.failover().demote();
                pause(fault.lasts());
                parts.failover().promote();
            }
        }
    }

    /** Not before the services have found the new primary: then all of its sessions are as good. */
    private void settle() {
        var _ = parts.awaitAllReady(PATIENCE);
        parts.failover().end();
    }

    private void leaveAgain(SupervisedPart spare, Duration stay) {
        pause(stay);
        Instant from = clock.instant();
        spare.stop();
        timeline.add(new Disturbance(ProcessFault.Kind.WORKER_STOPPED, spare.name(), from, clock.instant()));
    }

    private static void pause(Duration duration) {
        long end = System.nanoTime() + duration.toNanos();
        // Parking may end early.
        for (long left = duration.toNanos(); left > 0; left = end - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }
}
