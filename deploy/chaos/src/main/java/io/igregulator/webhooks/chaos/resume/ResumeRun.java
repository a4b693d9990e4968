package io.igregulator.webhooks.chaos.resume;

import io.igregulator.webhooks.chaos.traffic.EventMix;
import io.igregulator.webhooks.chaos.watch.ReadDatabase;
import io.igregulator.webhooks.event.EventType;
import io.igregulator.webhooks.stack.Await;
import io.igregulator.webhooks.stack.CommandFailure;
import io.igregulator.webhooks.stack.Console;
import io.igregulator.webhooks.stack.Stack;
import io.igregulator.webhooks.stack.client.CreatedEndpoint;
import io.igregulator.webhooks.stack.client.EndpointDraft;
import io.igregulator.webhooks.stack.client.OperatorClient;
import io.igregulator.webhooks.stack.client.WebhooksClient;
import io.igregulator.webhooks.stack.event.EventPublisher;
import io.igregulator.webhooks.stack.receiver.Hooks;
import io.igregulator.webhooks.stack.receiver.ReceivedDelivery;
import io.igregulator.webhooks.stack.receiver.Receiver;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;

/**
 * Lets a backlog grow behind a receiver that answers 503, until its circuit is open for long; fixes the receiver, sends a
 * test, and measures how the backlog drains.
 */
public final class ResumeRun implements AutoCloseable {
    private static final String HOOK = "repaired";
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    /** So that what is measured cannot be the circuit's own probe. */
    private static final Duration LONG_ENOUGH = Duration.ofSeconds(60);

    private final Stack stack;
    private final Console console;
    private final InstantSource clock;
    private final Hooks hooks = new Hooks();
    private final RepairedReceiver repaired = new RepairedReceiver();
    private final Map<String, Instant> arrivals = new ConcurrentHashMap<>();
    private final Receiver receiver;
    private final EventPublisher publisher;

    public ResumeRun(Stack stack, Console console, InstantSource clock) {
        this.stack = stack;
        this.console = console;
        this.clock = clock;
        this.receiver = Receiver.start(stack.ports().receiver(), hooks, clock, this::arrived);
        this.publisher = new EventPublisher(stack.bootstrapServers());
    }

    private void arrived(ReceivedDelivery delivery) {
        String event = delivery.envelope().eventId();
        if (delivery.accepted() && !RepairedReceiver.isTest(event)) {
            arrivals.putIfAbsent(event, delivery.receivedAt());
        }
    }

    public Resumption run(int events) {
        var operator = new OperatorClient(stack.operatorUrl(), stack.secrets().operatorToken());
        var owner = new WebhooksClient(
                stack.apiUrl(), operator.createAccount("Repaired", "enterprise").apiKey());
        var endpoint = owner.create(new EndpointDraft(receiver.url(HOOK), HOOK, EventType.ofPublishers(), false));
        hooks.learn(HOOK, List.of(endpoint.secret()));
        hooks.behave(HOOK, repaired);
        console.say("A receiver that answers 503; " + events + " events for it.");
        publish(events);
        Instant probe = awaitHeld(owner, endpoint, events);
        repaired.repair();
        if (!owner.test(endpoint.id())) {
            throw new CommandFailure("The test was not delivered.");
        }
        Instant tested = clock.instant();
        console.say("The receiver is fixed and a test was delivered.");
        Await.until(() -> arrivals.size() >= events, PATIENCE);
        return new Resumption(
                events,
                Duration.between(tested, probe),
                Duration.between(tested, earliest()),
                Duration.between(tested, latest()),
                repaired.mostInFlight(),
                events - arrivals.size());
    }

    private void publish(int events) {
        var mix = new EventMix(clock, new Random());
        IntStream.range(0, events)
                .mapToObj(_ -> publisher.publish(mix.next()))
                .toList()
                .forEach(EventPublisher::await);
    }

    /** @return when the next delivery would be sent */
    private Instant awaitHeld(WebhooksClient owner, CreatedEndpoint endpoint, int events) {
        var database = new ReadDatabase(stack.jdbcUrl());
        boolean held = Await.until(
                () -> database.waiting()
                                .map(waiting -> waiting.getOrDefault(endpoint.id(), 0L) == events)
                                .orElse(false)
                        && heldFor(owner, endpoint).compareTo(LONG_ENOUGH) > 0,
                PATIENCE,
                Duration.ofSeconds(1));
        if (!held) {
            throw new CommandFailure("The circuit did not open for long.");
        }
        return owner.heldUntil(endpoint.id()).orElseThrow();
    }

    private Duration heldFor(WebhooksClient owner, CreatedEndpoint endpoint) {
        Instant now = clock.instant();
        return Duration.between(now, owner.heldUntil(endpoint.id()).orElse(now));
    }

    private Instant earliest() {
        return arrivals.values().stream().min(Instant::compareTo).orElseGet(clock::instant);
    }

    private Instant latest() {
        return arrivals.values().stream().max(Instant::compareTo).orElseGet(clock::instant);
    }

    @Override
    public void close() {
        publisher.close();
        receiver.close();
    }
}
