package io.igregulator.webhooks.worker.deadletter;

import static org.assertj.core.api.Assertions.assertThat;

import io.igregulator.webhooks.event.EnvelopeReading;
import io.igregulator.webhooks.topic.Topics;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;

class DeadLetterMetersTest {
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final DeadLetterMeters meters = new DeadLetterMeters(registry);

    @Test
    void everyPairOfTopicAndReasonHasItsSeriesFromTheStart() {
        assertThat(registry.find("webhook.dead.letters").counters())
                .hasSize(Topics.DOMAIN.size() * (EnvelopeReading.Reason.values().length + 1) + 1)
                .allMatch(counter -> counter.count() == 0)
                .allMatch(counter -> counter.getId().getDescription() != null);
    }

    @Test
    void aDeadLetterCountsInItsSeries() {
        meters.sent(Topics.DELIVERIES, DeadLetters.UNDECODABLE_DELIVERY);

        assertThat(registry.get("webhook.dead.letters")
                        .tag("topic", "webhook.deliveries")
                        .tag("reason", "undecodable_delivery")
                        .counter()
                        .count())
                .isEqualTo(1);
    }
}
