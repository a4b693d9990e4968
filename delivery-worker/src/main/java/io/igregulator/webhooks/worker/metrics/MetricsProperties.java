package io.igregulator.webhooks.worker.metrics;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the worker measures of the platform.
 *
 * @param lagInterval between two measurements of consumer lag
 */
@ConfigurationProperties("webhooks.metrics")
public record MetricsProperties(@DefaultValue("5s") Duration lagInterval) {
    public MetricsProperties {
        if (lagInterval.toMillis() < 1) {
            throw new IllegalArgumentException("webhooks.metrics.lag-interval must be at least 1ms");
        }
    }
}
