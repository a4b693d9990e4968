package io.igregulator.webhooks.worker.retention;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.TimeGauge;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.function.ToIntFunction;

/** Whether retention still works: a round that ends nowhere shows as an age that grows. */
final class RetentionMeters {
    private final InstantSource clock;
    private final MultiGauge partitions;
    private volatile Instant lastDone;

    RetentionMeters(MeterRegistry registry, InstantSource clock) {
        this.clock = clock;
        this.lastDone = clock.instant();
        this.partitions = MultiGauge.builder("webhook.retention.partitions")
                .description("Partitions of a history table, its default partition apart")
                .register(registry);
        TimeGauge.builder("webhook.retention.age", this::ageMillis, TimeUnit.MILLISECONDS)
                .description("Time since this worker last found nothing left to do")
                .register(registry);
    }

    void partitions(ToIntFunction<HistoryTable> count) {
        partitions.register(
                Arrays.stream(HistoryTable.values())
                        .<Row<?>>map(table -> Row.of(Tags.of("table", table.table()), count.applyAsInt(table)))
                        .toList(),
                true);
    }

    void done() {
        lastDone = clock.instant();
    }

    private Number ageMillis() {
        return Duration.between(lastDone, clock.instant()).toMillis();
    }
}
