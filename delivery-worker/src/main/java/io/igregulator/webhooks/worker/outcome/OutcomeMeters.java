package io.igregulator.webhooks.worker.outcome;

import io.igregulator.webhooks.worker.outcome.Outcome.Parked;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Counts what was put aside, by reason. */
final class OutcomeMeters {
    private final Map<Parked.Reason, Counter> parked = new EnumMap<>(Parked.Reason.class);

    OutcomeMeters(MeterRegistry registry) {
        for (Parked.Reason reason : Parked.Reason.values()) {
            parked.put(
                    reason,
                    Counter.builder("webhook.deliveries.parked")
                            .description("Deliveries that wait in PostgreSQL without having been tried")
                            .tag("reason", reason.wireName())
                            .register(registry));
        }
    }

    void recorded(List<Outcome> batch) {
        for (Outcome outcome : batch) {
            if (outcome instanceof Parked put) {
                Objects.requireNonNull(parked.get(put.reason())).increment();
            }
        }
    }
}
