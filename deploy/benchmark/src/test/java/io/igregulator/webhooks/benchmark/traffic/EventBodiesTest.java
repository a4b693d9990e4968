package io.igregulator.webhooks.benchmark.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import io.igregulator.webhooks.event.EnvelopeReader;
import io.igregulator.webhooks.event.EnvelopeReading.Valid;
import io.igregulator.webhooks.id.EventId;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventBodiesTest {
    @ParameterizedTest
    @ValueSource(ints = {300, 1200, 64 * 1024})
    void areEventsThatFanOutTakesAndOfTheSizeAskedFor(int bytes) {
        Random random = new Random(1);
        Instant now = Instant.parse("2026-11-21T10:00:00Z");
        EventId id = EventId.create(now, random);

        byte[] body = new EventBodies(bytes, random).body(id, now, 7);

        assertThat(body).hasSize(bytes);
        assertThat(new EnvelopeReader().read(body))
                .isInstanceOfSatisfying(
                        Valid.class,
                        valid -> assertThat(valid.envelope().operatorSlug()).isEqualTo("operator-7"));
    }
}
