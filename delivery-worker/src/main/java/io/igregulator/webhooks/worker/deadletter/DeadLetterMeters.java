package io.igregulator.webhooks.worker.deadletter;

import io.igregulator.webhooks.event.EnvelopeReading;
import io.igregulator.webhooks.topic.Topics;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

/**
 * Counts dead letters by origin and reason. Every pair exists from the start: a counter that appears with its first dead
 * letter hides that letter from rates and alerts.
 */
final class DeadLetterMeters {
    private final MeterRegistry registry;

    DeadLetterMeters(MeterRegistry registry) {
        this.registry = registry;
        for (String topic : Topics.DOMAIN) {
            for (EnvelopeReading.Reason reason : EnvelopeReading.Reason.values()) {
                counter(topic, reason.wireName());
            }
            counter(topic, DeadLetters.CONFLICTING_BODY);
        }
        counter(Topics.DELIVERIES, DeadLetters.UNDECODABLE_DELIVERY);
    }

    void sent(String topic, String reason) {
        counter(topic, reason).increment();
    }

    /** The registry returns the one that exists; dead letters are too rare for a look-up of our own. */
    private Counter counter(String topic, String reason) {
        return Counter.builder("webhook.dead.letters")
                .description("Records that were put aside, by the topic they came from and the reason")
                .tag("topic", topic)
                .tag("reason", reason)
                .register(registry);
    }
}
