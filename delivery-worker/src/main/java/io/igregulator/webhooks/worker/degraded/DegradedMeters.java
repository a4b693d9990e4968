package io.igregulator.webhooks.worker.degraded;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;

/** What operators see of degraded endpoints. */
final class DegradedMeters {
    DegradedMeters(MeterRegistry registry, Degradation degradation) {
        Gauge.builder("webhook.endpoints.degraded", degradation, Degradation::endpoints)
                .description("Endpoints of this worker in an episode of degradation")
                .register(registry);
    }
}
