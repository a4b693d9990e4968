package io.igregulator.webhooks.chaos.isolation;

import io.igregulator.webhooks.chaos.cast.Member;
import io.igregulator.webhooks.chaos.cast.Subscription;
import io.igregulator.webhooks.chaos.cast.Temper;
import io.igregulator.webhooks.chaos.change.LiveEndpoint;
import io.igregulator.webhooks.chaos.receive.Arrival;
import io.igregulator.webhooks.chaos.receive.Receivers;
import io.igregulator.webhooks.chaos.traffic.EventMix;
import io.igregulator.webhooks.chaos.traffic.PublishEvents;
import io.igregulator.webhooks.chaos.traffic.PublishedEvent;
import io.igregulator.webhooks.event.EventType;
import io.igregulator.webhooks.id.EndpointId;
import io.igregulator.webhooks.id.EventId;
import io.igregulator.webhooks.local.client.OperatorClient;
import io.igregulator.webhooks.local.client.WebhooksClient;
import io.igregulator.webhooks.local.event.EventPublisher;
import io.igregulator.webhooks.local.stack.BreakableStack;
import io.igregulator.webhooks.local.stack.Console;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

/**
 * Measures the same load at the same endpoints three times: among themselves, with one more in ten that hangs, and with
 * hundreds of another account that hang.
 */
public final class IsolationRun implements AutoCloseable {
    private static final int HANGING_ONE_IN = 10;
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final Duration PAUSE = Duration.ofMillis(200);

    // Degraded events would come on top in the second part only.
    private static final Set<EventType> TYPES = EnumSet.complementOf(EnumSet.of(EventType.ENDPOINT_DEGRADED));

    private final BreakableStack stack;
    private final Console console;
    private final InstantSource clock;
    private final Receivers receivers;
    private final EventPublisher publisher;
    private final Set<EndpointId> healthy = new HashSet<>();

    public IsolationRun(BreakableStack stack, Console console, InstantSource clock) {
        this.stack = stack;
        this.console = console;
        this.clock = clock;
        this.receivers = new Receivers(stack.receiverPort(), clock);
        this.publisher = new EventPublisher(stack.bootstrapServers());
    }

    /**
     * @param events in each of the three parts, over {@code window} each
     * @param ofOneAccount endpoints of another account that hang
     */
    public Isolation run(int endpoints, int events, Duration window, int ofOneAccount) {
        var owner = owner();
        int hanging = Math.max(1, endpoints / HANGING_ONE_IN);
        create(endpoints - hanging, Temper.HEALTHY, owner)
                .forEach(endpoint -> healthy.add(endpoint.history().id()));
        console.say("Warming up, unmeasured.");
        deliver(events / 2, window.dividedBy(2));
        console.say(healthy.size() + " endpoints, none of them hangs.");
        var alone = deliver(events, window);
        create(hanging, Temper.HANGING, owner);
        console.say("The same " + healthy.size() + ", and " + hanging + " that hang.");
        var beside = deliver(events, window);
        create(ofOneAccount, Temper.HANGING, owner());
        console.say("The same " + healthy.size() + ", and " + ofOneAccount + " of another account that hang.");
        var besideAccount = deliver(events, window);
        long wanted = (long) events * healthy.size();
        return new Isolation(
                alone, beside, besideAccount, 3 * wanted - alone.count() - beside.count() - besideAccount.count());
    }

    private WebhooksClient owner() {
        var operator = new OperatorClient(stack.operatorUrl(), stack.secrets().operatorToken());
        return new WebhooksClient(
                stack.apiUrl(),
                operator.createAccount("Subscriber", "enterprise").apiKey());
    }

    private List<LiveEndpoint> create(int count, Temper temper, WebhooksClient owner) {
        var subscription = new Subscription(TYPES, false, Set.of());
        return IntStream.range(0, count)
                .mapToObj(number -> new Member(temper + "-" + number, temper, 0, subscription))
                .map(member -> LiveEndpoint.create(member, owner, receivers, clock))
                .toList();
    }

    private Percentiles deliver(int events, Duration window) {
        var publishing = new PublishEvents(publisher, new EventMix(clock, new Random()), clock);
        Map<EventId, Instant> sent = new HashMap<>();
        for (PublishedEvent event : publishing.over(window, events, PATIENCE)) {
            sent.put(event.id(), event.sentAt());
        }
        long wanted = (long) events * healthy.size();
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        var took = durations(sent);
        while (took.size() < wanted && System.nanoTime() < deadline) {
            LockSupport.parkNanos(PAUSE.toNanos());
            took = durations(sent);
        }
        return Percentiles.of(took);
    }

    private List<Duration> durations(Map<EventId, Instant> sent) {
        return receivers.log().arrivals().stream()
                .filter(Arrival::accepted)
                .filter(arrival -> healthy.contains(arrival.endpoint()) && sent.containsKey(arrival.event()))
                .map(arrival -> Duration.between(
                        sent.getOrDefault(arrival.event(), arrival.receivedAt()), arrival.receivedAt()))
                .toList();
    }

    @Override
    public void close() {
        publisher.close();
        receivers.close();
    }
}
