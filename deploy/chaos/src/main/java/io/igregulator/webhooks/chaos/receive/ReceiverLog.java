package io.igregulator.webhooks.chaos.receive;

import io.igregulator.webhooks.id.EndpointId;
import io.igregulator.webhooks.id.EventId;
import io.igregulator.webhooks.stack.receiver.ReceivedDelivery;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;

/** Remembers all that arrives. */
public final class ReceiverLog implements Consumer<ReceivedDelivery> {
    private final InstantSource clock;
    private final Map<String, Address> addresses = new ConcurrentHashMap<>();
    private final Queue<Arrival> arrivals = new ConcurrentLinkedQueue<>();
    private final Queue<String> strays = new ConcurrentLinkedQueue<>();
    private final LongAdder accepted = new LongAdder();

    private record Address(EndpointId endpoint, int number) {}

    public ReceiverLog(InstantSource clock) {
        this.clock = clock;
    }

    /** From now on what comes to the hook is known to be meant for the endpoint. */
    public void expect(String hook, EndpointId endpoint, int number) {
        addresses.put(hook, new Address(endpoint, number));
    }

    @Override
    public void accept(ReceivedDelivery delivery) {
        var address = addresses.get(delivery.hook());
        if (address == null) {
            strays.add(delivery.hook());
            return;
        }
        try {
            record(delivery, address, EventId.parse(delivery.envelope().eventId()));
        } catch (IllegalArgumentException e) {
            strays.add(delivery.hook());
        }
    }

    private void record(ReceivedDelivery delivery, Address address, EventId event) {
        var verification = delivery.verification();
        var arrival = new Arrival(
                address.endpoint(),
                address.number(),
                event,
                delivery.attempt(),
                delivery.receivedAt(),
                clock.instant(),
                delivery.answered(),
                verification.signers(),
                verification.complaint());
        arrivals.add(arrival);
        if (arrival.accepted()) {
            accepted.increment();
        }
    }

    public long accepted() {
        return accepted.sum();
    }

    public List<Arrival> arrivals() {
        return List.copyOf(arrivals);
    }

    /** Hooks that got requests without an explanation. */
    public List<String> strays() {
        return List.copyOf(strays);
    }
}
