package io.igregulator.webhooks.worker.waiting;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;

/** What operators see of what is due; while it cannot be measured there is no figure rather than an old one. */
final class WaitingMeters {
    private volatile double oldestDueSeconds = Double.NaN;

    WaitingMeters(MeterRegistry registry) {
        Gauge.builder("webhook.waiting.oldest.due", () -> oldestDueSeconds)
                .description("How long the oldest due delivery of an active endpoint has been due")
                .baseUnit("seconds")
                .register(registry);
    }

    void measured(double oldestDue) {
        oldestDueSeconds = oldestDue;
    }

    void unknown() {
        oldestDueSeconds = Double.NaN;
    }
}
