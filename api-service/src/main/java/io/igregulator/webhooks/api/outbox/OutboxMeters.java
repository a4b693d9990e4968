package io.igregulator.webhooks.api.outbox;

import io.igregulator.webhooks.topic.Topics;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;

/** What operators see of the outbox. */
final class OutboxMeters {
    private final MeterRegistry registry;
    private volatile OutboxMeasurement.Depth depth = OutboxMeasurement.Depth.UNKNOWN;

    OutboxMeters(MeterRegistry registry) {
        this.registry = registry;
        Gauge.builder("webhook.outbox.depth", () -> depth.rows())
                .description("Committed messages that wait for their publication")
                .register(registry);
        Gauge.builder("webhook.outbox.oldest.age", () -> depth.oldestAgeSeconds())
                .description("Age of the oldest message that waits for its publication")
                .baseUnit("seconds")
                .register(registry);
        // From 0: a rate would miss the first message of a counter that is born with it.
        Topics.ALL.stream().filter(OutboxMeters::isPublished).forEach(this::counter);
    }

    void measured(OutboxMeasurement.Depth measured) {
        depth = measured;
    }

    void published(String topic) {
        counter(topic).increment();
    }

    private Counter counter(String topic) {
        return Counter.builder("webhook.outbox.published")
                .description("Messages that the relay of this process has published")
                .tag("topic", topic)
                .register(registry);
    }

    /** Fan-out alone writes the other two. */
    private static boolean isPublished(String topic) {
        return !topic.equals(Topics.DELIVERIES) && !topic.equals(Topics.DEAD_LETTERS);
    }
}
