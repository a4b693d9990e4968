package io.igregulator.webhooks.chaos.strain;

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
import io.igregulator.webhooks.local.client.EndpointDraft;
import io.igregulator.webhooks.local.client.OperatorClient;
import io.igregulator.webhooks.local.client.WebhooksClient;
import io.igregulator.webhooks.local.event.EventPublisher;
import io.igregulator.webhooks.local.stack.BreakableStack;
import io.igregulator.webhooks.local.stack.LocalFailure;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Another account, which goes on with what it does: calls, one of which looks a name up, and deliveries to its endpoints. */
final class Witness implements AutoCloseable {
    private static final int ENDPOINTS = 10;
    private static final int EVENTS_A_SECOND = 5;
    private static final Duration BETWEEN_CALLS = Duration.ofMillis(100);
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final Set<EventType> TYPES = EnumSet.complementOf(EnumSet.of(EventType.ENDPOINT_DEGRADED));

    private final InstantSource clock;
    private final Receivers receivers;
    private final EventPublisher publisher;
    private final WebhooksClient client;
    private final URI callsUrl;
    private final EndpointId moved;
    private final Set<EndpointId> endpoints;

    Witness(BreakableStack stack, InstantSource clock) {
        this.clock = clock;
        this.receivers = new Receivers(stack.receiverPort(), clock);
        this.publisher = new EventPublisher(stack.bootstrapServers());
        var operator = new OperatorClient(stack.operatorUrl(), stack.secrets().operatorToken());
        this.client = new WebhooksClient(
                stack.apiUrl(), operator.createAccount("Witness", "enterprise").apiKey());
        this.endpoints = create();
        // By its name, so that a lookup is part of the call.
        this.callsUrl = URI.create("http://localhost:" + stack.receiverPort() + "/hooks/moved");
        this.moved = client.create(new EndpointDraft(callsUrl, "moved", Set.of(EventType.ENDPOINT_DEGRADED), true))
                .id();
    }

    private Set<EndpointId> create() {
        var subscription = new Subscription(TYPES, false, Set.of());
        return IntStream.range(0, ENDPOINTS)
                .mapToObj(number -> new Member("witness-" + number, Temper.HEALTHY, 0, subscription))
                .map(member -> LiveEndpoint.create(member, client, receivers, clock)
                        .history()
                        .id())
                .collect(Collectors.toUnmodifiableSet());
    }

    Sample watch(Duration window) {
        List<Duration> calls = new ArrayList<>();
        var failed = CompletableFuture.supplyAsync(() -> call(window, calls), Thread::startVirtualThread);
        int events = (int) Math.max(1, window.toSeconds() * EVENTS_A_SECOND);
        var publishing = new PublishEvents(publisher, new EventMix(clock, new Random()), clock);
        Map<EventId, Instant> sent = new HashMap<>();
        for (PublishedEvent event : publishing.over(window, events, PATIENCE)) {
            sent.put(event.id(), event.sentAt());
        }
        int wanted = events * endpoints.size();
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        List<Duration> took = arrivals(sent);
        while (took.size() < wanted && System.nanoTime() < deadline) {
            LockSupport.parkNanos(PAUSE.toNanos());
            took = arrivals(sent);
        }
        int failedCalls = failed.join();
        return new Sample(calls, failedCalls, took, wanted - took.size());
    }

    /** Returns how many failed. */
    private int call(Duration window, List<Duration> took) {
        int failed = 0;
        long end = System.nanoTime() + window.toNanos();
        while (System.nanoTime() < end) {
            long start = System.nanoTime();
            try {
                client.moveTo(moved, callsUrl);
                client.exists(moved);
            } catch (LocalFailure e) {
                failed++;
            }
            took.add(Duration.ofNanos(System.nanoTime() - start));
            LockSupport.parkNanos(BETWEEN_CALLS.toNanos());
        }
        return failed;
    }

    private List<Duration> arrivals(Map<EventId, Instant> sent) {
        return receivers.log().arrivals().stream()
                .filter(Arrival::accepted)
                .filter(arrival -> endpoints.contains(arrival.endpoint()) && sent.containsKey(arrival.event()))
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
