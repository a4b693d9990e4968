package io.igregulator.webhooks.worker.lag;

import io.igregulator.webhooks.lag.LagListener;
import io.igregulator.webhooks.lag.PartitionLag;
import io.igregulator.webhooks.topic.ConsumerGroups;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.OptionalLong;

/** Lag in deliveries: what Kafka has, and what of it this worker has read. */
final class DeliveriesBehind implements LagListener {
    private final Owned owned;
    private volatile double deliveries = Double.NaN;

    /** Deliveries of a partition that this worker owns and that are not done. */
    @FunctionalInterface
    interface Owned {
        OptionalLong behind(int partition, long end);
    }

    DeliveriesBehind(MeterRegistry registry, Owned owned) {
        this.owned = owned;
        Gauge.builder("webhook.deliveries.behind", () -> deliveries)
                .description(
                        "Deliveries that are not done in this worker's partitions: counted where read, else estimated")
                .register(registry);
    }

    @Override
    public void measured(List<PartitionLag> lags) {
        deliveries = lags.stream()
                .filter(each -> each.group().equals(ConsumerGroups.DISPATCH))
                .map(each -> owned.behind(each.partition().partition(), each.end()))
                .flatMapToLong(OptionalLong::stream)
                .sum();
    }

    @Override
    public void unknown() {
        deliveries = Double.NaN;
    }
}
