package io.igregulator.webhooks.chaos.strain;

import io.igregulator.webhooks.stack.Await;
import io.igregulator.webhooks.stack.CommandFailure;
import io.igregulator.webhooks.stack.Stack;
import io.igregulator.webhooks.stack.client.LocalAccount;
import io.igregulator.webhooks.stack.client.OperatorClient;
import io.igregulator.webhooks.stack.event.EventFactory;
import io.igregulator.webhooks.stack.event.EventPublisher;
import io.igregulator.webhooks.stack.event.OutgoingEvent;
import io.igregulator.webhooks.stack.event.Register;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Random;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Fills an account's feed with large events, before any other account could get them delivered. */
final class LargeEvents {
    private static final int EVENTS = 22;
    private static final int SIZE = 400 * 1024;
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration PAUSE = Duration.ofMillis(500);
    private static final JsonMapper JSON = JsonMapper.shared();

    private LargeEvents() {}

    static void give(LocalAccount account, OperatorClient operator, Stack stack, InstantSource clock) {
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

    private static void awaitShown(LocalAccount account, Stack stack) {
        try (var caller = new Caller(stack.apiUrl(), account.apiKey())) {
            if (!Await.until(() -> shows(caller), PATIENCE, PAUSE)) {
                throw new CommandFailure("The feed does not show the large events.");
            }
        }
    }

    private static boolean shows(Caller caller) {
        return caller.call("GET", "/v1/watchlist/events?limit=500", "").length() >= EVENTS / 2 * SIZE;
    }
}
