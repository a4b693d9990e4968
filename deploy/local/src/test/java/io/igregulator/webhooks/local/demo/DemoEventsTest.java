package io.igregulator.webhooks.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.igregulator.webhooks.event.EnvelopeReader;
import io.igregulator.webhooks.event.EnvelopeReading.Valid;
import io.igregulator.webhooks.event.EventType;
import io.igregulator.webhooks.id.EndpointId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DemoEventsTest {
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-11-21T10:00:00Z"));

    private final RandomGenerator random = RandomGenerator.of("L64X128MixRandom");
    private final DemoEvents events = new DemoEvents(CLOCK, random, new EndpointId(new UUID(1, 2)));

    @Test
    void theOpeningShowsAllTypes() {
        assertThat(DemoPlot.OPENING.stream().map(plot -> events.next(plot).type()))
                .containsExactlyInAnyOrder(EventType.values());
    }

    @Test
    void whateverHappensNextIsAnEnvelopeOfTheContract() {
        var reader = new EnvelopeReader();

        assertThat(IntStream.range(0, 500).mapToObj(_ -> events.next(DemoPlot.any(random))))
                .allSatisfy(event -> assertThat(reader.read(event.value())).isInstanceOf(Valid.class));
    }

    @Test
    void everyAccountStaysWithinItsPlan() {
        assertThat(DemoCast.FULL)
                .allSatisfy(account -> assertThat(account.hooks())
                        .hasSizeLessThanOrEqualTo(
                                switch (account.plan()) {
                                    case "starter" -> 1;
                                    case "pro" -> 5;
                                    default -> 20;
                                }));
    }
}
