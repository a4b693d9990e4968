package io.igregulator.webhooks.chaos.scale;

import io.igregulator.webhooks.chaos.cast.Temper;
import io.igregulator.webhooks.chaos.traffic.PublishedEvent;
import io.igregulator.webhooks.chaos.trial.Trial;
import io.igregulator.webhooks.stack.Console;
import io.igregulator.webhooks.stack.Part;
import io.igregulator.webhooks.stack.Stack;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;

/** Starts two more workers while events are published, stops them again, and looks at what their partitions' neighbours felt. */
public final class ScaleRun implements AutoCloseable {
    /** Workers at the most. */
    public static final int WORKERS = 4;

    private static final int FEWER = 2;

    /** The first deliveries of a worker are slower: none of them is to be taken for a stall. */
    private static final Duration WARM_UP = Duration.ofSeconds(30);

    private final Stack stack;
    private final Console console;
    private final InstantSource clock;
    private final Trial trial;
    private final ReadOwners owners;

    public ScaleRun(Stack stack, Console console, InstantSource clock) {
        this.stack = stack;
        this.console = console;
        this.clock = clock;
        this.trial = new Trial(stack, clock);
        this.owners = new ReadOwners(stack.bootstrapServers());
    }

    /** @param events over {@code window}, each to every endpoint */
    public Scaling run(int endpoints, int events, Duration window) {
        trial.create("scale", endpoints, _ -> Temper.HEALTHY, trial.owner("Subscriber"));
        var load = CompletableFuture.supplyAsync(() -> trial.publish(events, window));
        LockSupport.parkNanos(WARM_UP.toNanos());
        Owners two = owners.settled(_ -> true);
        List<Part> more = stack.workers().subList(FEWER, WORKERS);
        console.say("Starting " + more.size() + " more workers.");
        Instant up = clock.instant();
        more.forEach(trial::start);
        Owners four = owners.settled(now -> now.consumers() > two.consumers());
        Instant upDone = clock.instant();
        console.say("Stopping them again.");
        more.forEach(Part::stop);
        Owners again = owners.settled(now -> now.consumers() == two.consumers());
        Instant downDone = clock.instant();
        List<PublishedEvent> published = load.join();
        long wanted = (long) published.size() * endpoints;
        trial.awaitArrivals(wanted);
        var waits = new Waits(published, trial.receivers().log().arrivals());
        return new Scaling(
                wanted,
                wanted - trial.different(),
                trial.repeated(),
                List.of(
                        waits.during("two workers to four", up, upDone, two, four),
                        waits.during("four workers to two", upDone, downDone, four, again)));
    }

    @Override
    public void close() {
        owners.close();
        trial.close();
    }
}
