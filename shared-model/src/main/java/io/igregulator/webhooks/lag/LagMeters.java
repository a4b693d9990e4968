package io.igregulator.webhooks.lag;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingLong;

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
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** What operators see of consumer lag; while it cannot be measured there is none rather than an old one. */
final class LagMeters implements LagListener {
    private final InstantSource clock;
    private final MultiGauge lag;
    private final MultiGauge total;
    private volatile Instant lastSuccess;

    LagMeters(MeterRegistry registry, InstantSource clock) {
        this.clock = clock;
        this.lastSuccess = clock.instant();
        this.lag = MultiGauge.builder("webhook.consumer.lag")
                .description("Records of a partition that a group has not committed yet")
                .register(registry);
        // Not "lag.total": Prometheus knows that suffix from counters and drops it.
        this.total = MultiGauge.builder("webhook.consumer.group.lag")
                .description("Records that a group has not committed yet")
                .register(registry);
        TimeGauge.builder("webhook.consumer.lag.age", this::ageMillis, TimeUnit.MILLISECONDS)
                .description("Time since consumer lag was last measured")
                .register(registry);
    }

    @Override
    public void measured(List<PartitionLag> lags) {
        lastSuccess = clock.instant();
        lag.register(lags.stream().map(LagMeters::row).toList(), true);
        Map<String, Long> totals =
                lags.stream().collect(groupingBy(PartitionLag::group, summingLong(PartitionLag::records)));
        List<Row<?>> rows = new ArrayList<>();
        totals.forEach((group, records) -> rows.add(Row.of(Tags.of("group", group), records)));
        total.register(rows, true);
    }

    @Override
    public void unknown() {
        lag.register(List.of(), true);
        total.register(List.of(), true);
    }

    private Number ageMillis() {
        return Duration.between(lastSuccess, clock.instant()).toMillis();
    }

    private static Row<?> row(PartitionLag lag) {
        Tags tags = Tags.of(
                "group",
                lag.group(),
                "topic",
                lag.partition().topic(),
                "partition",
                Integer.toString(lag.partition().partition()));
        return Row.of(tags, lag.records());
    }
}
