package io.igregulator.webhooks.api.overview;

import io.micrometer.core.instrument.Tags;
import org.jspecify.annotations.Nullable;

/**
 * How far a group is behind; null what could not be measured.
 *
 * @param behindBySeconds the time since Kafka took the lowest record that the group has not committed
 * @param records those that it has not committed
 */
record Behind(
        String group,
        @Nullable Double behindBySeconds,
        @Nullable Long records) {
    static Behind of(MeasuredFigures figures, String group) {
        Tags tags = Tags.of("group", group);
        return new Behind(
                group,
                figures.value("webhook.consumer.lag.seconds", tags),
                figures.count("webhook.consumer.group.lag", tags));
    }
}
