package io.igregulator.webhooks.chaos.fault;

import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Breaks processes at their instants; faults of different processes may overlap. */
public final class InflictFaults implements AutoCloseable {
    private static final int MOST_AT_ONCE = 6;

    private final InflictFault inflict;
    private final ScheduledExecutorService threads = Executors.newScheduledThreadPool(MOST_AT_ONCE);
    private final AtomicInteger open = new AtomicInteger();
    private final AtomicInteger begun = new AtomicInteger();

    /** @param burst publishes one */
    public InflictFaults(Supervision parts, Timeline timeline, Runnable burst, InstantSource clock) {
        this.inflict = new InflictFault(parts, timeline, burst, clock);
    }

    public void schedule(Duration in, ProcessFault fault) {
        open.incrementAndGet();
        var _ = threads.schedule(() -> run(fault), in.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void run(ProcessFault fault) {
        begun.incrementAndGet();
        try {
            inflict.inflict(fault);
        } finally {
            open.decrementAndGet();
        }
    }

    /** How many have begun. */
    public int begun() {
        return begun.get();
    }

    public boolean finished() {
        return open.get() == 0;
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
