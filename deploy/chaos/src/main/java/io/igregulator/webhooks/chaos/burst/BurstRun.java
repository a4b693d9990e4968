package io.igregulator.webhooks.chaos.burst;

import io.igregulator.webhooks.chaos.cast.Member;
import io.igregulator.webhooks.chaos.cast.Subscription;
import io.igregulator.webhooks.chaos.cast.Temper;
import io.igregulator.webhooks.chaos.change.LiveEndpoint;
import io.igregulator.webhooks.chaos.receive.Arrival;
import io.igregulator.webhooks.chaos.receive.Receivers;
import io.igregulator.webhooks.chaos.traffic.EventMix;
import io.igregulator.webhooks.chaos.watch.ReadDatabase;
import io.igregulator.webhooks.event.EventType;
import io.igregulator.webhooks.local.client.OperatorClient;
import io.igregulator.webhooks.local.client.WebhooksClient;
import io.igregulator.webhooks.local.event.EventPublisher;
import io.igregulator.webhooks.local.stack.BreakableStack;
import io.igregulator.webhooks.local.stack.Console;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

/**
 * Publishes a burst to workers that have done nothing yet, kills the first of them early in it, and counts what comes again
 * and how long the rest takes. A lone worker is started again at once; where there is a second one, it goes on alone.
 */
public final class BurstRun implements AutoCloseable {
    private static final Duration AFTER_RESTART = Duration.ofSeconds(20);
    private static final Duration WITH_A_SECOND = Duration.ofSeconds(10);
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Duration LOOK = Duration.ofMillis(1);

    /** Going through all arrivals takes longer. */
    private static final Duration LONG_LOOK = Duration.ofMillis(200);

    private static final Set<EventType> TYPES = EnumSet.complementOf(EnumSet.of(EventType.ENDPOINT_DEGRADED));

    private final BreakableStack stack;
    private final Console console;
    private final InstantSource clock;
    private final Receivers receivers;
    private final EventPublisher publisher;

    public BurstRun(BreakableStack stack, Console console, InstantSource clock) {
        this.stack = stack;
        this.console = console;
        this.clock = clock;
        this.receivers = new Receivers(stack.receiverPort(), clock);
        this.publisher = new EventPublisher(stack.bootstrapServers());
    }

    /**
     * @param events each goes to each of the endpoints
     * @param killAfter so many arrivals
     * @param mostRepeated see {@link Burst}
     */
    public Burst run(int workers, int endpoints, int events, int killAfter, int mostRepeated) {
        create(endpoints);
        int wanted = events * endpoints;
        console.say(wanted + " deliveries at once; the first worker is killed after " + killAfter + " of them.");
        publish(events);
        await(LOOK, () -> receivers.log().accepted() >= killAfter);
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
        await(LONG_LOOK, () -> different(receivers.log().arrivals()) >= wanted);
        // What is sent twice comes at about the time of the rest.
        await(LONG_LOOK, () -> quietSince(Duration.ofSeconds(2)));
        return burst(wanted, killed, recorded, mostRepeated, from, workers > 1 ? WITH_A_SECOND : AFTER_RESTART);
    }

    private Burst burst(int wanted, Instant killed, long recorded, int mostRepeated, Instant from, Duration mostTook) {
        List<Arrival> arrivals = receivers.log().arrivals();
        long different = different(arrivals);
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

    private void create(int endpoints) {
        var operator = new OperatorClient(stack.operatorUrl(), stack.secrets().operatorToken());
        var owner = new WebhooksClient(
                stack.apiUrl(),
                operator.createAccount("Subscriber", "enterprise").apiKey());
        var subscription = new Subscription(TYPES, false, Set.of());
        IntStream.range(0, endpoints)
                .mapToObj(number -> new Member("burst-" + number, Temper.HEALTHY, 0, subscription))
                .forEach(member -> LiveEndpoint.create(member, owner, receivers, clock));
    }

    private void publish(int events) {
        var mix = new EventMix(clock, new Random());
        IntStream.range(0, events)
                .mapToObj(_ -> publisher.publish(mix.next()))
                .toList()
                .forEach(EventPublisher::await);
    }

    private static long different(List<Arrival> arrivals) {
        return arrivals.stream()
                .filter(Arrival::accepted)
                .map(arrival -> List.of(arrival.endpoint(), arrival.event()))
                .distinct()
                .count();
    }

    private boolean quietSince(Duration pause) {
        Instant limit = clock.instant().minus(pause);
        return receivers.log().arrivals().stream()
                .noneMatch(arrival -> arrival.receivedAt().isAfter(limit));
    }

    private static void await(Duration pause, BooleanSupplier condition) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean() && System.nanoTime() < deadline) {
            LockSupport.parkNanos(pause.toNanos());
        }
    }

    @Override
    public void close() {
        publisher.close();
        receivers.close();
    }
}
