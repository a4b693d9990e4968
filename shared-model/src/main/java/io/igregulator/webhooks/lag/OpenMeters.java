package io.igregulator.webhooks.lag;

import static java.util.stream.Collectors.groupingBy;

import io.igregulator.webhooks.topic.ConsumerGroups;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.common.TopicPartition;

/** Lag in time and in deliveries; while it cannot be measured there is none rather than an old one. */
final class OpenMeters {
    private final InstantSource clock;
    private final MultiGauge behind;
    private final UndeliveredMeters undelivered;

    OpenMeters(MeterRegistry registry, InstantSource clock) {
        this.clock = clock;
        this.undelivered = new UndeliveredMeters(registry, clock);
        this.behind = MultiGauge.builder("webhook.consumer.lag.seconds")
                .description("Time since Kafka took the lowest record that a group has not committed; 0 without one")
                .baseUnit("seconds")
                .register(registry);
    }

    void measured(List<PartitionLag> lags, Map<TopicPartition, OpenWindow> windows) {
        Map<String, List<PartitionLag>> groups = lags.stream().collect(groupingBy(PartitionLag::group));
        List<Row<?>> rows = new ArrayList<>();
        groups.forEach((group, partitions) -> {
            List<OpenWindow> open = windows(partitions, windows);
            long lowest = lowest(open);
            if (lowest != Long.MAX_VALUE || open.stream().allMatch(OpenWindow::isEmpty)) {
                rows.add(Row.of(Tags.of("group", group), () -> secondsSince(lowest)));
            }
            if (group.equals(ConsumerGroups.DISPATCH)) {
                undelivered.measured(Map.of("dispatch", dispatch(open)));
            }
        });
        behind.register(rows, true);
    }

    void unknown() {
        behind.register(List.of(), true);
        undelivered.unknown();
    }

    private static List<OpenWindow> windows(List<PartitionLag> lags, Map<TopicPartition, OpenWindow> windows) {
        return lags.stream()
                .map(lag -> windows.get(lag.partition()))
                .filter(Objects::nonNull)
                .toList();
    }

    private static long lowest(List<OpenWindow> open) {
        return open.stream()
                .map(OpenWindow::first)
                .filter(Objects::nonNull)
                .mapToLong(OpenRecord::timestamp)
                .min()
                .orElse(Long.MAX_VALUE);
    }

    /** What is not read is taken to hold as many deliveries per record as what is. */
    private static Undelivered dispatch(List<OpenWindow> open) {
        long records = open.stream().mapToLong(OpenWindow::size).sum();
        long deliveries = open.stream().mapToLong(OpenWindow::deliveries).sum();
        long unread = open.stream().mapToLong(OpenWindow::unread).sum();
        double each = records == 0 ? 1 : (double) deliveries / records;
        long oldest = open.stream().mapToLong(OpenWindow::oldestPublished).min().orElse(Long.MAX_VALUE);
        return new Undelivered(deliveries + Math.round(unread * each), oldest);
    }

    private double secondsSince(long millis) {
        return millis == Long.MAX_VALUE ? 0 : Math.max(0, clock.millis() - millis) / 1000.0;
    }
}
