package io.igregulator.webhooks.benchmark.run;

import io.igregulator.webhooks.benchmark.receive.Clock;
import io.igregulator.webhooks.benchmark.scenario.Scenario;
import io.igregulator.webhooks.benchmark.traffic.PublishEvents;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/** Publishes at a fixed pace whatever comes back: an event that is late counts from when it was due. */
final class AtRate implements Load {
    private static final long LOOK_EVERY = 200_000_000L;

    /** Compilers need calls, not seconds: most of the warm-up goes faster than what is measured. */
    private static final double WARM_UP_FACTOR = 3;

    private static final double FAST_SHARE = 0.6;

    private final Scenario scenario;
    private final double eventsPerSecond;
    private final PublishEvents events;
    private final Progress progress;
    private final Snapshots snapshots;

    AtRate(Scenario scenario, double eventsPerSecond, PublishEvents events, Progress progress, Snapshots snapshots) {
        this.scenario = scenario;
        this.eventsPerSecond = eventsPerSecond;
        this.events = events;
        this.progress = progress;
        this.snapshots = snapshots;
    }

    @Override
    public Loaded run() {
        double fast = scenario.warmUpSeconds() * FAST_SHARE;
        long next = load("warm-up", fast, WARM_UP_FACTOR * eventsPerSecond, Clock.nanos());
        next = load("settling", scenario.warmUpSeconds() - fast, eventsPerSecond, Math.max(next, Clock.nanos()));
        var before = snapshots.before();
        load("measured", scenario.seconds(), eventsPerSecond, Math.max(next, Clock.nanos()));
        return new Loaded(before, snapshots.after(), List.of());
    }

    /** Returns when the next event would be due. */
    private long load(String phase, double seconds, double rate, long from) {
        long interval = Math.round(1e9 / rate);
        long count = Math.round(seconds * rate);
        long look = from;
        for (long i = 0; i < count; i++) {
            long due = from + i * interval;
            for (long left = due - Clock.nanos(); left > 0; left = due - Clock.nanos()) {
                LockSupport.parkNanos(left);
            }
            events.publish(due);
            if (due > look) {
                progress.look(phase);
                look = due + LOOK_EVERY;
            }
        }
        return from + count * interval;
    }
}
