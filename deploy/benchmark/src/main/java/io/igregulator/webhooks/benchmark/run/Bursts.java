package io.igregulator.webhooks.benchmark.run;

import io.igregulator.webhooks.benchmark.measure.Verify;
import io.igregulator.webhooks.benchmark.receive.Clock;
import io.igregulator.webhooks.benchmark.run.Loaded.Burst;
import io.igregulator.webhooks.benchmark.scenario.Scenario;
import io.igregulator.webhooks.benchmark.traffic.PublishEvents;
import io.igregulator.webhooks.stack.Await;
import io.igregulator.webhooks.stack.CommandFailure;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/** Publishes events at once and waits until all of them have arrived, again and again. */
final class Bursts implements Load {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Duration PAUSE = Duration.ofMillis(20);
    private static final Duration REST = Duration.ofMillis(500);

    private final Scenario scenario;
    private final PublishEvents events;
    private final Progress progress;
    private final Snapshots snapshots;

    Bursts(Scenario scenario, PublishEvents events, Progress progress, Snapshots snapshots) {
        this.scenario = scenario;
        this.events = events;
        this.progress = progress;
        this.snapshots = snapshots;
    }

    @Override
    public Loaded run() {
        for (int i = 0; i < scenario.warmUpBursts(); i++) {
            burst("warm-up");
        }
        var before = snapshots.before();
        var bursts = new ArrayList<Burst>();
        for (int i = 0; i < scenario.bursts(); i++) {
            bursts.add(burst("measured"));
        }
        return new Loaded(before, snapshots.after(), List.copyOf(bursts));
    }

    private Burst burst(String phase) {
        int first = events.published().count();
        long at = Clock.nanos();
        for (int i = 0; i < scenario.burstEvents(); i++) {
            events.publish(at);
        }
        awaitAll(phase);
        LockSupport.parkNanos(REST.toNanos());
        return new Burst(at, first, first + scenario.burstEvents() - 1);
    }

    private void awaitAll(String phase) {
        long wanted = Verify.expected(scenario, events.published());
        if (!Await.until(() -> progress.look(phase) >= wanted, PATIENCE, PAUSE)) {
            throw new CommandFailure("A burst did not arrive within " + PATIENCE.toMinutes() + " minutes.");
        }
    }
}
