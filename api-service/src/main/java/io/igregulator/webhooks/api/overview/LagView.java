package io.igregulator.webhooks.api.overview;

import io.igregulator.webhooks.topic.ConsumerGroups;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tags;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Consumer lag as it was measured last.
 *
 * @param measuredSecondsAgo the time since Kafka answered last
 */
record LagView(@Nullable Double measuredSecondsAgo, List<GroupLag> groups) {
    LagView {
        groups = List.copyOf(groups);
    }

    static LagView of(MeasuredFigures figures) {
        return new LagView(figures.value("webhook.consumer.lag.age", Tags.empty()), groups(figures));
    }

    private static List<GroupLag> groups(MeasuredFigures figures) {
        return List.of(GroupLag.of(figures, ConsumerGroups.FANOUT), GroupLag.of(figures, ConsumerGroups.DISPATCH));
    }

    /**
     * One group.
     *
     * @param behindBySeconds the time since Kafka took the lowest record that the group has not committed; null while unknown
     * @param records those that it has not committed; null while unknown
     */
    record GroupLag(
            String group,
            @Nullable Double behindBySeconds,
            @Nullable Long records,
            List<TopicPartitionLag> partitions) {
        GroupLag {
            partitions = List.copyOf(partitions);
        }

        private static GroupLag of(MeasuredFigures figures, String group) {
            Behind behind = Behind.of(figures, group);
            return new GroupLag(
                    group,
                    behind.behindBySeconds(),
                    behind.records(),
                    figures.all("webhook.consumer.lag").stream()
                            .filter(gauge -> group.equals(gauge.getId().getTag("group")))
                            .map(TopicPartitionLag::of)
                            .sorted(Comparator.comparing(TopicPartitionLag::topic)
                                    .thenComparingInt(TopicPartitionLag::partition))
                            .toList());
        }
    }

    /** One partition of a topic. */
    record TopicPartitionLag(String topic, int partition, long records) {
        private static TopicPartitionLag of(Gauge gauge) {
            return new TopicPartitionLag(
                    tag(gauge.getId(), "topic"), Integer.parseInt(tag(gauge.getId(), "partition")), (long)
                            gauge.value());
        }

        private static String tag(Meter.Id id, String key) {
            return Objects.requireNonNull(id.getTag(key), key);
        }
    }
}
