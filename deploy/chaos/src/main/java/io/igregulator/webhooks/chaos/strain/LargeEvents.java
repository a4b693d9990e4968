package io.igregulator.webhooks.chaos.strain;

import io.igregulator.webhooks.local.client.LocalAccount;
import io.igregulator.webhooks.local.client.OperatorClient;
import io.igregulator.webhooks.local.event.EventFactory;
import io.igregulator.webhooks.local.event.EventPublisher;
import io.igregulator.webhooks.local.event.OutgoingEvent;
import io.igregulator.webhooks.local.event.Register;
import io.igregulator.webhooks.local.stack.BreakableStack;
import io.igregulator.webhooks.local.stack.LocalFailure;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Fills an account's feed with large events, before anybody else could get them delivered. */
final class LargeEvents {
    private static final int EVENTS = 22;
    private static final int SIZE = 400 * 1024;
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration PAUSE = Duration.ofMillis(500);
    private static final JsonMapper JSON = JsonMapper.shared();

    private LargeEvents() {}

    static void give(LocalAccount account, OperatorClient operator, BreakableStack stack, InstantSource clock) {
        var licence = Register.LICENCES.getFirst();
        var factory = new EventFactory(clock, new Random());
        operator.watch(
                account.id(), Objects.requireNonNull(factory.issued(licence).operatorSlug()));
        try (var publisher = new EventPublisher(stack.bootstrapServers())) {
            for (int i = 0; i < EVENTS; i++) {
                var event = large(factory.issued(licence));
                EventPublisher.await(publisher.publish(event));
            }
        }
        awaitShown(account, stack);
    }

    private static OutgoingEvent large(OutgoingEvent event) {
        var envelope = (ObjectNode) JSON.readTree(event.value());
        envelope.put("padding", "x".repeat(SIZE));
        return new OutgoingEvent(
                event.topic(),
                event.key(),
                event.id(),
                event.type(),
                event.operatorSlug(),
                JSON.writeValueAsBytes(envelope));
    }

    private static void awaitShown(LocalAccount account, BreakableStack stack) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        try (var caller = new Caller(stack.apiUrl(), account.apiKey())) {
            while (caller.call("GET", "/v1/watchlist/events?limit=500", "").length() < EVENTS / 2 * SIZE) {
                if (System.nanoTime() > deadline) {
                    throw new LocalFailure("The feed does not show the large events.");
                }
                LockSupport.parkNanos(PAUSE.toNanos());
            }
        }
    }
}
