package io.igregulator.webhooks.lag;

import io.igregulator.webhooks.settings.Require;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How consumer lag is measured.
 *
 * @param lagInterval between two measurements of consumer lag
 * @param undeliveredInterval between two counts of what waits in PostgreSQL, longer where a count takes more than a twentieth of it
 */
@ConfigurationProperties("webhooks.metrics")
record LagProperties(
        @DefaultValue("5s") Duration lagInterval,
        @DefaultValue("10s") Duration undeliveredInterval) {
    LagProperties {
        Require.positive("webhooks.metrics.lag-interval", lagInterval);
        Require.positive("webhooks.metrics.undelivered-interval", undeliveredInterval);
    }
}
