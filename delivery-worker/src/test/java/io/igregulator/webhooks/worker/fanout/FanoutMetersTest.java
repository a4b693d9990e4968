package io.igregulator.webhooks.worker.fanout;

import static org.assertj.core.api.Assertions.assertThat;

import io.igregulator.webhooks.event.EventType;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class FanoutMetersTest {
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final FanoutMeters meters = new FanoutMeters(registry);

    @Test
    void everyTypeOfEventHasItsSeriesFromTheStart() {
        meters.finished(meters.begin(), List.of(), 0);

        assertThat(registry.find("webhook.fanout.events").counters())
                .allMatch(counter -> counter.count() == 0)
                .allMatch(counter -> counter.getId().getDescription() != null)
                .extracting(counter -> counter.getId().getTag("type"))
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(EventType.values())
                        .map(EventType::wireName)
                        .toList());
    }
}
