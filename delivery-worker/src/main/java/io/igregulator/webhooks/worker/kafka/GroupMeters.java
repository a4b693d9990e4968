package io.igregulator.webhooks.worker.kafka;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.function.Supplier;

/** What operators see of this worker's part in a consumer group. */
public final class GroupMeters {
    private final MeterRegistry registry;
    private final String group;
    private final Counter rebalances;
    private final Counter lost;

    public GroupMeters(MeterRegistry registry, String group) {
        this.registry = registry;
        this.group = group;
        this.rebalances = Counter.builder("webhook.rebalances")
                .description("Rebalances that this worker took part in, whether or not its partitions changed")
                .tag("group", group)
                .register(registry);
        this.lost = Counter.builder("webhook.assignment.lost")
                .description("Times that partitions were another worker's before this one could give them up")
                .tag("group", group)
                .register(registry);
    }

    /** @param state assigned or paused */
    public void partitions(String state, Supplier<Number> count) {
        Gauge.builder("webhook.partitions", count)
                .description(
                        "Partitions that this worker owns, and how many of them it has paused for lack of capacity")
                .tag("group", group)
                .tag("state", state)
                .register(registry);
    }

    public void rebalanced() {
        rebalances.increment();
    }

    public void lost() {
        lost.increment();
    }
}
