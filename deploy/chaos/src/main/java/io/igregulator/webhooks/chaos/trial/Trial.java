package io.igregulator.webhooks.chaos.trial;

import io.igregulator.webhooks.chaos.cast.Member;
import io.igregulator.webhooks.chaos.cast.Subscription;
import io.igregulator.webhooks.chaos.cast.Temper;
import io.igregulator.webhooks.chaos.change.LiveEndpoint;
import io.igregulator.webhooks.chaos.receive.Arrival;
import io.igregulator.webhooks.chaos.receive.Receivers;
import io.igregulator.webhooks.chaos.traffic.EventMix;
import io.igregulator.webhooks.chaos.traffic.PublishEvents;
import io.igregulator.webhooks.chaos.traffic.PublishedEvent;
import io.igregulator.webhooks.stack.Await;
import io.igregulator.webhooks.stack.Part;
import io.igregulator.webhooks.stack.Stack;
import io.igregulator.webhooks.stack.client.OperatorClient;
import io.igregulator.webhooks.stack.client.WebhooksClient;
import io.igregulator.webhooks.stack.event.EventPublisher;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** A started stack with subscribers and a publisher, and the count of what arrived. */
public final class Trial implements AutoCloseable {
    public static final Duration PATIENCE = Duration.ofMinutes(3);

    /** Going through all arrivals takes a while. */
    public static final Duration LOOK = Duration.ofMillis(200);

    private final Stack stack;
    private final InstantSource clock;
    private final Receivers receivers;
    private final EventPublisher publisher;
    private final EventMix mix;

    public Trial(Stack stack, InstantSource clock) {
        this.stack = stack;
        this.clock = clock;
        this.receivers = new Receivers(stack.ports().receiver(), clock);
        this.publisher = new EventPublisher(stack.bootstrapServers());
        this.mix = new EventMix(clock, new Random());
    }

    public Receivers receivers() {
        return receivers;
    }

    public EventPublisher publisher() {
        return publisher;
    }

    /** Returns the API key of a new account. */
    public String subscriber(String name) {
        var operator = new OperatorClient(stack.operatorUrl(), stack.secrets().operatorToken());
        return operator.createAccount(name, "enterprise").apiKey();
    }

    /** The client of a new account. */
    public WebhooksClient owner(String name) {
        return new WebhooksClient(stack.apiUrl(), subscriber(name));
    }

    /** Endpoints that subscribe to all that {@link #publish} makes. */
    public List<LiveEndpoint> create(String name, int count, IntFunction<Temper> temper, WebhooksClient owner) {
        return IntStream.range(0, count)
                .mapToObj(number ->
                        new Member(name + "-" + number, temper.apply(number), 0, Subscription.toAllFromSystems()))
                .map(member -> LiveEndpoint.create(member, owner, receivers, clock))
                .toList();
    }

    /** At once; returns when Kafka has acknowledged all of them. */
    public void publish(int events) {
        IntStream.range(0, events)
                .mapToObj(_ -> publisher.publish(mix.next()))
                .toList()
                .forEach(EventPublisher::await);
    }

    /** At an even pace; returns them when Kafka has acknowledged all. */
    public List<PublishedEvent> publish(int events, Duration window) {
        return new PublishEvents(publisher, mix, clock).over(window, events, PATIENCE);
    }

    /** Returns whether so many different deliveries arrived in time. */
    public boolean awaitArrivals(long wanted) {
        return Await.until(() -> different() >= wanted, PATIENCE, LOOK);
    }

    /** Deliveries that were accepted, each counted once. */
    public long different() {
        return different(receivers.log().arrivals());
    }

    /** The same of these arrivals. */
    public static long different(List<Arrival> arrivals) {
        return arrivals.stream()
                .filter(Arrival::accepted)
                .map(arrival -> List.of(arrival.endpoint(), arrival.event()))
                .distinct()
                .count();
    }

    /** Requests for what had been accepted before. */
    public long repeated() {
        return receivers.log().accepted() - different();
    }

    public void start(Part part) {
        part.start();
        if (!Await.until(part::ready, PATIENCE)) {
            throw part.explain("was not ready");
        }
    }

    @Override
    public void close() {
        publisher.close();
        receivers.close();
    }
}
