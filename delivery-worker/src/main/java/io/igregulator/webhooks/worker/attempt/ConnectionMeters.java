package io.igregulator.webhooks.worker.attempt;

import io.igregulator.webhooks.http.ConnectionFigures;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.function.ToDoubleFunction;

/** What operators see of connections to receivers: a new one with TLS costs many times what a kept one does. */
final class ConnectionMeters {
    ConnectionMeters(MeterRegistry registry, ConnectionFigures figures) {
        for (boolean tls : new boolean[] {false, true}) {
            counter(registry, figures, "new", tls, each -> each.opened(tls));
            counter(registry, figures, "reused", tls, each -> each.reused(tls));
        }
    }

    private static void counter(
            MeterRegistry registry,
            ConnectionFigures figures,
            String kind,
            boolean tls,
            ToDoubleFunction<ConnectionFigures> count) {
        FunctionCounter.builder("webhook.connections", figures, count)
                .description("Connections to receivers that were opened, and requests that began on a kept one")
                .tag("kind", kind)
                .tag("tls", Boolean.toString(tls))
                .register(registry);
    }
}
