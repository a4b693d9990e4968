package io.igregulator.webhooks.local.demo;

import io.igregulator.webhooks.id.EndpointId;
import io.igregulator.webhooks.stack.Console;
import io.igregulator.webhooks.stack.DataFolder;
import io.igregulator.webhooks.stack.Stack;
import io.igregulator.webhooks.stack.client.LocalAccount;
import io.igregulator.webhooks.stack.event.EventPublisher;
import io.igregulator.webhooks.stack.receiver.Hooks;
import io.igregulator.webhooks.stack.receiver.ReceivedDelivery;
import io.igregulator.webhooks.stack.receiver.Receiver;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Accounts, endpoints on the built-in receiver, a stream of events, and a line for each delivery. */
public final class Demonstration implements AutoCloseable {
    private final Stack stack;
    private final DataFolder folder;
    private final Console console;
    private final InstantSource clock;
    private final RandomGenerator random;
    private final Hooks hooks = new Hooks();
    private final PublishTimes times = new PublishTimes();
    private final DeliveryLine line = new DeliveryLine(ZoneId.systemDefault());
    private final DemoState state;
    private final Receiver receiver;
    private @Nullable EventStream stream;

    public Demonstration(Stack stack, DataFolder folder, Console console, InstantSource clock, RandomGenerator random) {
        this.stack = stack;
        this.folder = folder;
        this.console = console;
        this.clock = clock;
        this.random = random;
        this.state = DemoState.read(folder);
        state.endpoints().values().forEach(known -> hooks.learn(known.hook(), List.of(known.secret())));
        this.receiver = Receiver.start(stack.ports().receiver(), hooks, clock, this::print);
    }

    /** Makes one account and nothing else. */
    public void setUpEmpty() {
        new SetUp(stack, folder, receiver, hooks).make(DemoCast.EMPTY, state);
    }

    /** Makes everything the stream needs. */
    public void setUp() {
        new SetUp(stack, folder, receiver, hooks).make(DemoCast.FULL, state);
    }

    /** Starts the stream. */
    public synchronized void play(double eventsPerSecond) {
        var flaky = state.endpoints().get(DemoCast.FLAKY);
        if (flaky == null) {
            throw new IllegalStateException("nothing is set up");
        }
        console.say(DeliveryLine.HEADING);
        stream = new EventStream(
                new EventPublisher(stack.bootstrapServers()),
                new DemoEvents(clock, random, flaky.id()),
                times,
                clock,
                random,
                eventsPerSecond);
        stream.start();
    }

    public List<LocalAccount> accounts() {
        return new ArrayList<>(state.accounts().values());
    }

    /** One of the first account's endpoints, to try things on. */
    public Optional<EndpointId> someEndpoint() {
        return state.endpoints().values().stream().findFirst().map(DemoEndpoint::id);
    }

    private void print(ReceivedDelivery delivery) {
        console.say(line.of(delivery, times.since(delivery.envelope().eventId(), delivery.receivedAt())));
    }

    @Override
    public synchronized void close() {
        if (stream != null) {
            stream.close();
        }
        receiver.close();
    }
}
