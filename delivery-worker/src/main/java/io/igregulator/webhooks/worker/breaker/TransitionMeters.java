package io.igregulator.webhooks.worker.breaker;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.function.Consumer;

/** Counts circuits that open, again after a failed probe included, and that close. */
final class TransitionMeters implements Consumer<Circuit.Change> {
    private final Counter open;
    private final Counter closed;

    TransitionMeters(MeterRegistry registry) {
        this.open = counter(registry, "open");
        this.closed = counter(registry, "closed");
    }

    @Override
    public void accept(Circuit.Change change) {
        switch (change) {
            case Circuit.Change.Opened opened -> open.increment();
            case Circuit.Change.Closed healed -> closed.increment();
        }
    }

    private static Counter counter(MeterRegistry registry, String to) {
        return Counter.builder("webhook.circuit.transitions")
                .description("Circuits that opened, again after a failed probe included, or closed")
                .tag("to", to)
                .register(registry);
    }
}
