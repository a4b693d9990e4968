package io.igregulator.webhooks.api.outbox;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;

/** What operators see of the outbox. */
final class OutboxMeters {
    private final MeterRegistry registry;
    private volatile OutboxDepth depth = OutboxDepth.UNKNOWN;

    OutboxMeters(MeterRegistry registry) {
        this.registry = registry;
        Gauge.builder("webhook.outbox.depth", () -> depth.rows())
                .description("Committed messages that wait for their publication")
                .register(registry);
        Gauge.builder("webhook.outbox.oldest.age", () -> depth.oldestAgeSeconds())
                .description("Age of the oldest message that waits for its publication")
                .baseUnit("seconds")
                .register(registry);
    }

    void measured(OutboxDepth measured) {
        depth = measured;
    }

    void published(String topic) {
        registry.counter("webhook.outbox.published", "topic", topic).increment();
    }
}
