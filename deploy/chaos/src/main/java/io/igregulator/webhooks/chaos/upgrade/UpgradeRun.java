package io.igregulator.webhooks.chaos.upgrade;

import io.igregulator.webhooks.chaos.cast.Temper;
import io.igregulator.webhooks.chaos.receive.Arrival;
import io.igregulator.webhooks.chaos.trial.Trial;
import io.igregulator.webhooks.stack.Console;
import io.igregulator.webhooks.stack.Jars;
import io.igregulator.webhooks.stack.Part;
import io.igregulator.webhooks.stack.Ports;
import io.igregulator.webhooks.stack.Stack;
import io.igregulator.webhooks.stack.client.WebhooksClient;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;

/** Workers first, then the two APIs, each stopped and started from the other jars while all else works; then back. */
public final class UpgradeRun implements AutoCloseable {
    /** What a balancer needs to notice that an API is to be left out. */
    private static final Duration DRAIN = Duration.ofSeconds(2);

    /** Between two replacements: as {@code minReadySeconds} would. */
    private static final Duration SETTLE = Duration.ofSeconds(3);

    private static final int WORKERS = 2;

    private final Stack stack;
    private final Console console;
    private final InstantSource clock;
    private final Trial trial;

    public UpgradeRun(Stack stack, Console console, InstantSource clock) {
        this.stack = stack;
        this.console = console;
        this.clock = clock;
        this.trial = new Trial(stack, clock);
    }

    /** @param events over {@code window}, each to every endpoint */
    public Upgrade run(Jars from, Jars to, int endpoints, int events, Duration window) {
        // Those of workers that this run does not start.
        int port = stack.ports().workers().get(WORKERS);
        var second = stack.anotherApi(port, stack.ports().workers().get(WORKERS + 1));
        trial.start(second);
        String key = trial.subscriber("Subscriber");
        var client = new WebhooksClient(stack.apiUrl(), key);
        var secondClient = new WebhooksClient(URI.create("http://" + Ports.HOST + ":" + port), key);
        var created = trial.create("upgrade", endpoints, _ -> Temper.HEALTHY, client);
        Instant begun = clock.instant();
        var load = CompletableFuture.supplyAsync(() -> trial.publish(events, window));
        try (var calls = new CallApi(created.getFirst().history().id(), List.of(client, secondClient))) {
            for (Jars jars : List.of(to, from)) {
                console.say("Replacing the services by those of " + jars.worker() + ".");
                stack.use(jars);
                stack.workers().subList(0, WORKERS).forEach(this::replace);
                replace(stack.api(), client, calls);
                replace(second, secondClient, calls);
            }
            long published = load.join().size();
            Instant ended = clock.instant();
            long wanted = published * endpoints;
            trial.awaitArrivals(wanted);
            return new Upgrade(
                    wanted,
                    wanted - trial.different(),
                    trial.repeated(),
                    calls.calls(),
                    calls.failed(),
                    longestGap(begun, ended));
        }
    }

    private void replace(Part part, WebhooksClient client, CallApi calls) {
        calls.takeOut(client);
        LockSupport.parkNanos(DRAIN.toNanos());
        replace(part);
        calls.putBack(client);
    }

    private void replace(Part part) {
        part.stop();
        trial.start(part);
        LockSupport.parkNanos(SETTLE.toNanos());
    }

    private Duration longestGap(Instant begun, Instant ended) {
        List<Instant> times = trial.receivers().log().arrivals().stream()
                .map(Arrival::receivedAt)
                .filter(time -> time.isAfter(begun) && time.isBefore(ended))
                .sorted()
                .toList();
        Duration longest = Duration.ZERO;
        for (int i = 1; i < times.size(); i++) {
            Duration gap = Duration.between(times.get(i - 1), times.get(i));
            longest = gap.compareTo(longest) > 0 ? gap : longest;
        }
        return longest;
    }

    @Override
    public void close() {
        trial.close();
    }
}
