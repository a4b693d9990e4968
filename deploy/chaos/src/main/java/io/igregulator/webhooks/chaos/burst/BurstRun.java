package io.igregulator.webhooks.chaos.burst;

import io.igregulator.webhooks.chaos.cast.Temper;
import io.igregulator.webhooks.chaos.receive.Arrival;
import io.igregulator.webhooks.chaos.trial.Trial;
import io.igregulator.webhooks.chaos.watch.ReadDatabase;
import io.igregulator.webhooks.stack.Await;
import io.igregulator.webhooks.stack.Console;
import io.igregulator.webhooks.stack.Stack;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;

/**
 * Publishes a burst to workers that have done nothing yet, kills the first of them early in it, and counts what comes again
 * and how long the rest takes. A lone worker is started again at once; where there is a second one, it continues alone.
 */
public final class BurstRun implements AutoCloseable {
    private static final Duration AFTER_RESTART = Duration.ofSeconds(20);
    private static final Duration WITH_A_SECOND = Duration.ofSeconds(10);
    private static final Duration LOOK = Duration.ofMillis(1);

    private final Stack stack;
    private final Console console;
    private final InstantSource clock;
    private final Trial trial;

    public BurstRun(Stack stack, Console console, InstantSource clock) {
        this.stack = stack;
        this.console = console;
        this.clock = clock;
        this.trial = new Trial(stack, clock);
    }

    /**
     * @param events each goes to each of the endpoints
     * @param killAfter so many arrivals
     * @param mostRepeated see {@link Burst}
     */
    public Burst run(int workers, int endpoints, int events, int killAfter, int mostRepeated) {
        trial.create("burst", endpoints, _ -> Temper.HEALTHY, trial.owner("Subscriber"));
        int wanted = events * endpoints;
        console.say(wanted + " deliveries at once; the first worker is killed after " + killAfter + " of them.");
        trial.publish(events);
        Await.until(() -> trial.receivers().log().accepted() >= killAfter, Trial.PATIENCE, LOOK);
        var worker = stack.workers().getFirst();
        Instant killed = clock.instant();
        worker.kill();
        long recorded = new ReadDatabase(stack.jdbcUrl())
                .deliveries().stream()
                        .filter(row -> row.status().equals("success"))
                        .count();
        Instant from = workers > 1 ? killed : clock.instant();
        if (workers == 1) {
            worker.start();
        }
        trial.awaitArrivals(wanted);
        // What is sent twice comes at about the time of the rest.
        Await.until(() -> quietSince(Duration.ofSeconds(2)), Trial.PATIENCE, Trial.LOOK);
        return burst(wanted, killed, recorded, mostRepeated, from, workers > 1 ? WITH_A_SECOND : AFTER_RESTART);
    }

    private Burst burst(int wanted, Instant killed, long recorded, int mostRepeated, Instant from, Duration mostTook) {
        List<Arrival> arrivals = trial.receivers().log().arrivals();
        long different = Trial.different(arrivals);
        Instant last = arrivals.stream()
                .map(Arrival::receivedAt)
                .max(Comparator.naturalOrder())
                .orElse(from);
        return new Burst(
                wanted,
                arrivals.stream()
                        .filter(arrival -> !arrival.receivedAt().isAfter(killed))
                        .count(),
                recorded,
                arrivals.size() - different,
                wanted - different,
                mostRepeated,
                Duration.between(from, last),
                mostTook);
    }

    private boolean quietSince(Duration pause) {
        Instant limit = clock.instant().minus(pause);
        return trial.receivers().log().arrivals().stream()
                .noneMatch(arrival -> arrival.receivedAt().isAfter(limit));
    }

    @Override
    public void close() {
        trial.close();
    }
}
