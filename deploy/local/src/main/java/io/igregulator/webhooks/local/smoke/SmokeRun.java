package io.igregulator.webhooks.local.smoke;

import io.igregulator.webhooks.stack.Await;
import io.igregulator.webhooks.stack.Console;
import io.igregulator.webhooks.stack.Stack;
import io.igregulator.webhooks.stack.event.EventPublisher;
import io.igregulator.webhooks.stack.receiver.Hooks;
import io.igregulator.webhooks.stack.receiver.Receiver;
import io.igregulator.webhooks.topic.Topics;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.random.RandomGenerator;

/** Publishes the fixed set in two halves with a rotation between, waits for all that must come, and adds up. */
public final class SmokeRun implements AutoCloseable {
    private static final int HALF = 150;
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration QUIET = Duration.ofSeconds(2);

    private final Stack stack;
    private final Console console;
    private final InstantSource clock;
    private final RandomGenerator random;
    private final Arrivals arrivals = new Arrivals();
    private final Expectations expectations = new Expectations();
    private final Hooks hooks = new Hooks();
    private final Receiver receiver;
    private final EventPublisher publisher;
    private final Lag lag;

    public SmokeRun(Stack stack, Console console, InstantSource clock, RandomGenerator random) {
        this.stack = stack;
        this.console = console;
        this.clock = clock;
        this.random = random;
        this.receiver = Receiver.start(stack.ports().receiver(), hooks, clock, arrivals::add);
        this.publisher = new EventPublisher(stack.bootstrapServers());
        this.lag = new Lag(stack.bootstrapServers());
    }

    /** Returns whether all adds up. */
    public boolean run() {
        var scenario = new Scenario(stack, receiver, hooks);
        scenario.setUp();
        var events = new SmokeEvents(clock, random, scenario.endpoints());

        publish(events.numbered(0, HALF), false);
        awaitArrivals();
        console.say("Rotating the secret of " + SmokeCast.ROTATED.hook() + ".");
        scenario.rotateSecret(SmokeCast.ROTATED);
        publishPoison();
        publish(events.numbered(HALF, 2 * HALF), true);
        awaitArrivals();
        boolean drained = awaitQuiet();

        return report(drained);
    }

    private void publish(List<SmokeEvent> events, boolean afterRotation) {
        console.say("Publishing " + events.size() + " events of all types.");
        expectations.add(events, afterRotation);
        events.stream().map(event -> publisher.publish(event.event())).toList().forEach(EventPublisher::await);
    }

    private void publishPoison() {
        console.say("Publishing " + Poison.BY_TOPIC.size() + " records that are not events.");
        Poison.BY_TOPIC.forEach((topic, value) -> EventPublisher.await(publisher.publish(topic, "poison", value)));
    }

    private void awaitArrivals() {
        var expected = expectations.byKey().keySet();
        console.say("Waiting for " + expected.size() + " deliveries in all.");
        Await.until(() -> stopped() || arrivals.acceptedAll(expected), PATIENCE);
    }

    // Nothing more can come once both groups have finished what there is; retries are awaited as arrivals.
    private boolean awaitQuiet() {
        console.say("Waiting for both consumer groups to finish, then for silence.");
        boolean drained = Await.until(() -> stopped() || lag.total() == 0, PATIENCE);
        int before = arrivals.attempts();
        Await.until(() -> arrivals.attempts() != before, QUIET);
        return drained;
    }

    private boolean stopped() {
        if (stack.failure().isDone()) {
            throw stack.failure().join();
        }
        return false;
    }

    private boolean report(boolean drained) {
        var result = Result.of(expectations.byKey(), arrivals.byKey());
        long deadLetters = lag.recordsIn(Topics.DEAD_LETTERS);
        console.say("");
        ResultTable.lines(result).forEach(console::say);
        console.say("");
        console.say("Signed with the new secret too: " + result.total().withNew() + " of " + result.expectedWithNew()
                + ". Dead letters: " + deadLetters + " of " + Poison.BY_TOPIC.size() + ". Consumer lag: "
                + (drained ? "none." : lag.total() + "."));
        result.missing().stream()
                .limit(10)
                .forEach(key -> console.say("Missing: " + key.eventId() + " at " + key.hook()));
        boolean addsUp = result.addsUp() && drained && deadLetters == Poison.BY_TOPIC.size();
        console.say(addsUp ? "Smoke run passed: all adds up." : "Smoke run FAILED.");
        return addsUp;
    }

    @Override
    public void close() {
        publisher.close();
        lag.close();
        receiver.close();
    }
}
