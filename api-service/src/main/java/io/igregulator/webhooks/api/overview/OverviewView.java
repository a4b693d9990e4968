package io.igregulator.webhooks.api.overview;

import io.igregulator.webhooks.lag.Undelivered;
import io.igregulator.webhooks.topic.ConsumerGroups;
import io.micrometer.core.instrument.Tags;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How the platform does at a glance.
 *
 * @param behind per consumer group
 * @param undelivered by the reason why it waits
 * @param endpoints how many there are in each state
 */
record OverviewView(
        List<Behind> behind, List<UndeliveredView> undelivered, OutboxView outbox, Map<String, Long> endpoints) {
    private static final String DISPATCH = "dispatch";

    OverviewView {
        behind = List.copyOf(behind);
        undelivered = List.copyOf(undelivered);
    }

    static OverviewView of(
            MeasuredFigures figures, Map<String, Undelivered> waiting, Map<String, Long> endpoints, Instant now) {
        return new OverviewView(
                List.of(Behind.of(figures, ConsumerGroups.FANOUT), Behind.of(figures, ConsumerGroups.DISPATCH)),
                undelivered(figures, waiting, now),
                new OutboxView(
                        figures.count("webhook.outbox.depth", Tags.empty()),
                        figures.value("webhook.outbox.oldest.age", Tags.empty())),
                endpoints);
    }

    private static List<UndeliveredView> undelivered(
            MeasuredFigures figures, Map<String, Undelivered> waiting, Instant now) {
        Tags dispatch = Tags.of("reason", DISPATCH);
        List<UndeliveredView> reasons = new ArrayList<>();
        reasons.add(new UndeliveredView(
                DISPATCH,
                figures.count("webhook.undelivered.deliveries", dispatch),
                figures.value("webhook.undelivered.oldest.age.seconds", dispatch)));
        new TreeMap<>(waiting)
                .forEach((reason, found) -> reasons.add(
                        new UndeliveredView(reason, found.deliveries(), found.ageSeconds(now.toEpochMilli()))));
        return reasons;
    }

    /**
     * What has one reason to wait; null while unknown.
     *
     * @param reason {@code dispatch}: in Kafka; all others in PostgreSQL
     * @param oldestAgeSeconds since the oldest was published, or resent; 0 without one
     */
    record UndeliveredView(
            String reason,
            @Nullable Long deliveries,
            @Nullable Double oldestAgeSeconds) {}

    /** What waits for the relay; null while unknown. */
    record OutboxView(@Nullable Long messages, @Nullable Double oldestAgeSeconds) {}
}
