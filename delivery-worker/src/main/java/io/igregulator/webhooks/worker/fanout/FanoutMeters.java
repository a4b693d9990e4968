package io.igregulator.webhooks.worker.fanout;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.List;

/** What operators see of fan-out. */
final class FanoutMeters {
    private final MeterRegistry registry;
    private final Counter deliveries;
    private final Counter failures;
    private final Timer duration;

    FanoutMeters(MeterRegistry registry) {
        this.registry = registry;
        this.deliveries = Counter.builder("webhook.fanout.deliveries")
                .description("Deliveries whose records Kafka acknowledged")
                .register(registry);
        this.failures = Counter.builder("webhook.fanout.failures")
                .description("Batches that had to be done again")
                .register(registry);
        this.duration = Timer.builder("webhook.fanout.duration")
                .description("From a batch of events to its acknowledged deliveries")
                .register(registry);
    }

    Timer.Sample begin() {
        return Timer.start(registry);
    }

    void finished(Timer.Sample sample, List<PublishedEvent> events, int recipients) {
        sample.stop(duration);
        deliveries.increment(recipients);
        events.forEach(event -> registry.counter(
                        "webhook.fanout.events", "type", event.envelope().type().wireName())
                .increment());
    }

    void failed() {
        failures.increment();
    }
}
