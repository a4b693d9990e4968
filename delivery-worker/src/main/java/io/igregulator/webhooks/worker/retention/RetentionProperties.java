package io.igregulator.webhooks.worker.retention;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long history is kept.
 *
 * @param enabled whether this worker takes part
 * @param interval between two rounds
 * @param ahead how far into the future there are partitions
 * @param keep how long history is kept
 * @param waitingKeep how much longer bodies stay while a delivery still waits for them
 * @param deletedGrace how long after an endpoint's deletion outcomes that were in flight may still be recorded
 * @param batchSize rows removed in one transaction where rows are removed one by one
 */
@ConfigurationProperties("webhooks.retention")
public record RetentionProperties(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("10m") Duration interval,
        @DefaultValue("7d") Duration ahead,
        @DefaultValue("30d") Duration keep,
        @DefaultValue("7d") Duration waitingKeep,
        @DefaultValue("5m") Duration deletedGrace,
        @DefaultValue("1000") int batchSize) {

    private static final Duration DAY = Duration.ofDays(1);

    public RetentionProperties {
        if (interval.toMillis() < 1 || waitingKeep.isNegative() || deletedGrace.isNegative() || batchSize < 1) {
            throw new IllegalArgumentException(
                    "webhooks.retention.interval and .batch-size must be positive, the graces not negative");
        }
        // The shortest that leaves yesterday's and today's partition alone.
        if (ahead.compareTo(DAY) < 0 || keep.compareTo(DAY.multipliedBy(2)) < 0) {
            throw new IllegalArgumentException(
                    "webhooks.retention.ahead must be at least a day, webhooks.retention.keep two");
        }
    }
}
