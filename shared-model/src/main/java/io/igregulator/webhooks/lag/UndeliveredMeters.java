package io.igregulator.webhooks.lag;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What is not delivered yet, and for how long, by what it waits for. */
final class UndeliveredMeters {
    private final InstantSource clock;
    private final MultiGauge deliveries;
    private final MultiGauge ages;

    UndeliveredMeters(MeterRegistry registry, InstantSource clock) {
        this.clock = clock;
        this.deliveries = MultiGauge.builder("webhook.undelivered.deliveries")
                .description(
                        "Deliveries that wait, by reason; dispatch: in Kafka and not committed, which may count one"
                                + " that is done or waits in PostgreSQL behind an open one, and is estimated beyond what is read")
                .register(registry);
        this.ages = MultiGauge.builder("webhook.undelivered.oldest.age.seconds")
                .description("Time since the oldest delivery that waits was published, or resent; 0 without one")
                .baseUnit("seconds")
                .register(registry);
    }

    void measured(Map<String, Undelivered> reasons) {
        List<Row<?>> counts = new ArrayList<>();
        List<Row<?>> oldest = new ArrayList<>();
        reasons.forEach((reason, undelivered) -> {
            Tags tags = Tags.of("reason", reason);
            counts.add(Row.of(tags, undelivered.deliveries()));
            oldest.add(Row.of(tags, () -> undelivered.ageSeconds(clock.millis())));
        });
        deliveries.register(counts, true);
        ages.register(oldest, true);
    }

    void unknown() {
        deliveries.register(List.of(), true);
        ages.register(List.of(), true);
    }
}
