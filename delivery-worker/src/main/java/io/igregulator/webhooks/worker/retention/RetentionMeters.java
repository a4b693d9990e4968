package io.igregulator.webhooks.worker.retention;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.TimeGauge;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** Whether retention still works: a round that ends nowhere shows as an age that grows. */
final class RetentionMeters {
    private final InstantSource clock;
    private final MultiGauge partitions;
    private final MultiGauge ahead;
    private volatile Instant lastDone;

    RetentionMeters(MeterRegistry registry, InstantSource clock) {
        this.clock = clock;
        this.lastDone = clock.instant();
        this.partitions = MultiGauge.builder("webhook.retention.partitions")
                .description("Partitions of a history table, its default partition apart")
                .register(registry);
        this.ahead = MultiGauge.builder("webhook.retention.ahead.days")
                .description("Days until the end of a history table's last partition")
                .register(registry);
        TimeGauge.builder("webhook.retention.age", this::ageMillis, TimeUnit.MILLISECONDS)
                .description("Time since this worker last found nothing left to do")
                .register(registry);
    }

    void partitions(Function<HistoryTable, List<Partition>> read) {
        List<Row<?>> counts = new ArrayList<>();
        List<Row<?>> ends = new ArrayList<>();
        for (HistoryTable table : HistoryTable.values()) {
            List<Partition> found = read.apply(table);
            Tags tags = Tags.of("table", table.table());
            counts.add(Row.of(tags, found.size()));
            if (!found.isEmpty()) {
                Instant end = found.getLast().range().to();
                ends.add(Row.of(tags, () -> daysUntil(end)));
            }
        }
        partitions.register(counts, true);
        ahead.register(ends, true);
    }

    /** Falls while retention does not work. */
    private double daysUntil(Instant end) {
        return Duration.between(clock.instant(), end).toMillis()
                / (double) Duration.ofDays(1).toMillis();
    }

    void done() {
        lastDone = clock.instant();
    }

    private Number ageMillis() {
        return Duration.between(lastDone, clock.instant()).toMillis();
    }
}
