package io.igregulator.webhooks.worker.lane;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;

/** What operators see of the lanes. */
final class LaneMeters {
    LaneMeters(MeterRegistry registry, Lanes lanes) {
        Gauge.builder("webhook.deliveries.in.flight", lanes, Lanes::inFlight)
                .description("Deliveries being attempted now")
                .register(registry);
        Gauge.builder("webhook.deliveries.queued", lanes, Lanes::queued)
                .description("Deliveries waiting for a place in their lane")
                .register(registry);
    }
}
