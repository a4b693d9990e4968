package io.igregulator.webhooks.worker.outcome;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import java.util.concurrent.TimeUnit;

/** What operators see of outcomes on their way to PostgreSQL. */
final class UnrecordedMeters {
    UnrecordedMeters(MeterRegistry registry, Unrecorded unrecorded) {
        Gauge.builder("webhook.outcomes.unrecorded", unrecorded, Unrecorded::outcomes)
                .description("Outcomes not yet committed in PostgreSQL")
                .register(registry);
        TimeGauge.builder(
                        "webhook.outcomes.unrecorded.age",
                        unrecorded,
                        TimeUnit.MILLISECONDS,
                        waiting -> waiting.age().toMillis())
                .description("Age of the oldest outcome not yet committed in PostgreSQL")
                .register(registry);
    }
}
