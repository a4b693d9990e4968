package io.igregulator.webhooks.worker.metrics;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the worker measures of the platform.
 *
 * @param lagInterval between two measurements of consumer lag
 * @param waitingInterval between two counts of what waits in PostgreSQL
 */
@ConfigurationProperties("webhooks.metrics")
public record MetricsProperties(
        @DefaultValue("5s") Duration lagInterval,
        @DefaultValue("10s") Duration waitingInterval) {
    public MetricsProperties {
        if (lagInterval.toMillis() < 1 || waitingInterval.toMillis() < 1) {
            throw new IllegalArgumentException("webhooks.metrics intervals must be at least 1ms");
        }
    }
}
