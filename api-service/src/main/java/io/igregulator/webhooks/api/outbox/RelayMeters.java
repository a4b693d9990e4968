package io.igregulator.webhooks.api.outbox;

import io.igregulator.webhooks.api.outbox.RelayProgress.Role;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import java.util.concurrent.TimeUnit;

/** Which process relays, and whether it does: readiness leaves the relay out. */
final class RelayMeters {
    RelayMeters(MeterRegistry registry, RelayProgress progress) {
        Gauge.builder("webhook.outbox.relay.leader", progress, RelayMeters::leads)
                .description("1 in the process that publishes the outbox, 0 in all others")
                .strongReference(true)
                .register(registry);
        TimeGauge.builder(
                        "webhook.outbox.last.success.age",
                        () -> progress.sinceSuccess().toMillis(),
                        TimeUnit.MILLISECONDS)
                .description("Time since this process's relay last finished a round, as leader or as standby")
                .register(registry);
    }

    private static double leads(RelayProgress progress) {
        return progress.role() == Role.LEADER ? 1 : 0;
    }
}
