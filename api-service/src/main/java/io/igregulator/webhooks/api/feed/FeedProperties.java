package io.igregulator.webhooks.api.feed;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Bounds of the polling feed.
 *
 * @param reach how far back it reaches
 * @param maxPageSize what the bodies of one answer may hold, one event apart
 * @param recommendedInterval between two polls where the plan sets no ceiling
 */
@ConfigurationProperties("webhooks.feed")
record FeedProperties(
        @DefaultValue("30d") Duration reach,
        @DefaultValue("8MB") DataSize maxPageSize,
        @DefaultValue("5s") Duration recommendedInterval) {
    FeedProperties {
        if (reach.isNegative() || reach.isZero() || recommendedInterval.toSeconds() < 1 || maxPageSize.toBytes() < 1) {
            throw new IllegalArgumentException(
                    "webhooks.feed.reach, .max-page-size and .recommended-interval must be positive");
        }
    }
}
