package io.igregulator.webhooks.chaos.strain;

import io.igregulator.webhooks.chaos.cast.Temper;
import io.igregulator.webhooks.chaos.latency.MeasureArrivals;
import io.igregulator.webhooks.chaos.trial.Trial;
import io.igregulator.webhooks.event.EventType;
import io.igregulator.webhooks.id.EndpointId;
import io.igregulator.webhooks.stack.CommandFailure;
import io.igregulator.webhooks.stack.Stack;
import io.igregulator.webhooks.stack.client.EndpointDraft;
import io.igregulator.webhooks.stack.client.WebhooksClient;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;

/** Another account, which continues its work: calls, one of which looks a name up, and deliveries to its endpoints. */
final class Witness implements AutoCloseable {
    private static final int ENDPOINTS = 10;
    private static final int EVENTS_A_SECOND = 5;
    private static final Duration BETWEEN_CALLS = Duration.ofMillis(100);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Trial trial;
    private final MeasureArrivals arrivals;
    private final WebhooksClient client;
    private final URI callsUrl;
    private final EndpointId moved;
    private final Set<EndpointId> endpoints;

    Witness(Stack stack, InstantSource clock) {
        this.trial = new Trial(stack, clock);
        this.arrivals = new MeasureArrivals(trial.publisher(), trial.receivers().log(), clock, PATIENCE);
        this.client = trial.owner("Witness");
        this.endpoints = trial.create("witness", ENDPOINTS, _ -> Temper.HEALTHY, client).stream()
                .map(endpoint -> endpoint.history().id())
                .collect(Collectors.toUnmodifiableSet());
        // By its name, so that a lookup is part of the call.
        this.callsUrl = URI.create("http://localhost:" + stack.ports().receiver() + "/hooks/moved");
        this.moved = client.create(new EndpointDraft(callsUrl, "moved", Set.of(EventType.ENDPOINT_DEGRADED), true))
                .id();
    }

    Sample watch(Duration window) {
        List<Duration> calls = new ArrayList<>();
        var failed = CompletableFuture.supplyAsync(() -> call(window, calls), Thread::startVirtualThread);
        int events = (int) Math.max(1, window.toSeconds() * EVENTS_A_SECOND);
        List<Duration> took = arrivals.of(events, window, endpoints);
        int failedCalls = failed.join();
        return new Sample(calls, failedCalls, took, events * endpoints.size() - took.size());
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
            } catch (CommandFailure e) {
                failed++;
            }
            took.add(Duration.ofNanos(System.nanoTime() - start));
            LockSupport.parkNanos(BETWEEN_CALLS.toNanos());
        }
        return failed;
    }

    @Override
    public void close() {
        trial.close();
    }
}
