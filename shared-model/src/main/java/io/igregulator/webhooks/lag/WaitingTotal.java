package io.igregulator.webhooks.lag;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import java.util.List;
import java.util.Map;

/** How many deliveries wait in PostgreSQL, for whatever reason; a process that does not count them shows nothing. */
final class WaitingTotal {
    private final MultiGauge rows;

    WaitingTotal(MeterRegistry registry) {
        this.rows = MultiGauge.builder("webhook.waiting.rows")
                .description("Deliveries waiting in PostgreSQL: retries, held ones, resends")
                .register(registry);
    }

    void measured(Map<String, Undelivered> reasons) {
        long waiting =
                reasons.values().stream().mapToLong(Undelivered::deliveries).sum();
        rows.register(List.of(Row.of(Tags.empty(), waiting)), true);
    }

    void unknown() {
        rows.register(List.of(), true);
    }
}
