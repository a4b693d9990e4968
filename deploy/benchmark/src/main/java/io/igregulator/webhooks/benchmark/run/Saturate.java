package io.igregulator.webhooks.benchmark.run;

import io.igregulator.webhooks.benchmark.scenario.Scenario;
import io.igregulator.webhooks.benchmark.traffic.PublishEvents;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/** Keeps so many deliveries under way that the platform never waits for events. */
final class Saturate implements Load {
    private static final Duration PAUSE = Duration.ofMillis(5);

    private final Scenario scenario;
    private final PublishEvents events;
    private final Progress progress;
    private final Snapshots snapshots;
    private long expected;
    private int counted;

    Saturate(Scenario scenario, PublishEvents events, Progress progress, Snapshots snapshots) {
        this.scenario = scenario;
        this.events = events;
        this.progress = progress;
        this.snapshots = snapshots;
    }

    @Override
    public Loaded run() {
        load("warm-up", scenario.warmUpSeconds());
        var before = snapshots.before();
        load("measured", scenario.seconds());
        return new Loaded(before, snapshots.after(), List.of());
    }

    private void load(String phase, int seconds) {
        long end = System.nanoTime() + Duration.ofSeconds(seconds).toNanos();
        while (System.nanoTime() < end) {
            int accepted = progress.look(phase);
            while (expected() - accepted < scenario.underWay()) {
                events.publishNow();
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    private long expected() {
        var published = events.published();
        while (counted < published.count()) {
            expected += scenario.audience(published.group(counted));
            counted++;
        }
        return expected;
    }
}
