package io.igregulator.webhooks.worker.fanout;

import io.igregulator.webhooks.event.EventType;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What operators see of fan-out. */
final class FanoutMeters {
    private final MeterRegistry registry;
    private final Map<EventType, Counter> byType = new EnumMap<>(EventType.class);
    private final Counter deliveries;
    private final Counter failures;
    private final Timer duration;

    FanoutMeters(MeterRegistry registry) {
        this.registry = registry;
        for (EventType type : EventType.values()) {
            byType.put(
                    type,
                    Counter.builder("webhook.fanout.events")
                            .description("Events that were turned into deliveries, repeats included")
                            .tag("type", type.wireName())
                            .register(registry));
        }
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
        events.forEach(event ->
                Objects.requireNonNull(byType.get(event.envelope().type())).increment());
    }

    void failed() {
        failures.increment();
    }
}
