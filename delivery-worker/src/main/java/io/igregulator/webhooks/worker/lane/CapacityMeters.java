package io.igregulator.webhooks.worker.lane;

import io.igregulator.webhooks.http.ConnectionFigures;
import io.igregulator.webhooks.worker.outcome.OutcomeBuffer;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.function.ToDoubleFunction;

/** How much is in use of what bounds this worker. */
final class CapacityMeters {
    CapacityMeters(MeterRegistry registry, Lanes lanes, OutcomeBuffer outcomes, ConnectionFigures connections) {
        gauge(registry, "load", lanes, Lanes::used);
        gauge(registry, "outcomes_buffer", outcomes, OutcomeBuffer::used);
        gauge(registry, "connections", connections, ConnectionFigures::used);
    }

    private static <T> void gauge(MeterRegistry registry, String resource, T bounded, ToDoubleFunction<T> used) {
        Gauge.builder("webhook.capacity.used.ratio", bounded, used)
                .description(
                        "The share in use of what bounds this worker; load may exceed 1 by what came with one record")
                .tag("resource", resource)
                .register(registry);
    }
}
