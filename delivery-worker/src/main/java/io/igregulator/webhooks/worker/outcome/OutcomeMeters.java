package io.igregulator.webhooks.worker.outcome;

import io.igregulator.webhooks.worker.outcome.Outcome.Expired;
import io.igregulator.webhooks.worker.outcome.Outcome.Parked;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/** Batches of outcomes and what their commits take; counts what was put aside, by reason, and what can no longer be sent. */
final class OutcomeMeters {
    private static final Duration[] BUCKETS = {
        Duration.ofMillis(5),
        Duration.ofMillis(10),
        Duration.ofMillis(25),
        Duration.ofMillis(50),
        Duration.ofMillis(100),
        Duration.ofMillis(250),
        Duration.ofMillis(500),
        Duration.ofSeconds(1),
        Duration.ofMillis(2500),
        Duration.ofSeconds(5)
    };

    private final Map<Parked.Reason, Counter> parked = new EnumMap<>(Parked.Reason.class);
    private final Timer commit;
    private final DistributionSummary rows;
    private final Counter failures;
    private final ResultMeters results;

    OutcomeMeters(MeterRegistry registry, ResultMeters results) {
        this.results = results;
        this.commit = Timer.builder("webhook.outcomes.commit")
                .description("Time to write and commit one batch of outcomes")
                .serviceLevelObjectives(BUCKETS)
                .register(registry);
        this.rows = DistributionSummary.builder("webhook.outcomes.batch.rows")
                .description("Outcomes committed together")
                .register(registry);
        this.failures = Counter.builder("webhook.outcomes.commit.failures")
                .description("Times that a batch of outcomes could not be committed and was kept to be tried again")
                .register(registry);
        for (Parked.Reason reason : Parked.Reason.values()) {
            parked.put(
                    reason,
                    Counter.builder("webhook.deliveries.parked")
                            .description("Deliveries that wait in PostgreSQL without having been tried")
                            .tag("reason", reason.wireName())
                            .register(registry));
        }
    }

    /** @param nanos of the try that succeeded */
    void recorded(List<Outcome> batch, long nanos) {
        commit.record(nanos, TimeUnit.NANOSECONDS);
        rows.record(batch.size());
        for (Outcome outcome : batch) {
            if (outcome instanceof Parked put) {
                Objects.requireNonNull(parked.get(put.reason())).increment();
            } else if (outcome instanceof Expired expired) {
                results.failed(expired.error(), 1);
            }
        }
    }

    void failed() {
        failures.increment();
    }
}
