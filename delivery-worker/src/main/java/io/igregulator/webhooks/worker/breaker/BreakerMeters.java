package io.igregulator.webhooks.worker.breaker;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.function.ToDoubleFunction;

/** What operators see of circuits. */
final class BreakerMeters {
    BreakerMeters(MeterRegistry registry, Circuits circuits) {
        gauge("open", registry, circuits, Circuits::open);
        gauge("half_open", registry, circuits, Circuits::halfOpen);
    }

    private static void gauge(
            String state, MeterRegistry registry, Circuits circuits, ToDoubleFunction<Circuits> endpoints) {
        Gauge.builder("webhook.circuits", circuits, endpoints)
                .tag("state", state)
                .description("Endpoints of this worker whose circuit is not closed")
                .register(registry);
    }
}
