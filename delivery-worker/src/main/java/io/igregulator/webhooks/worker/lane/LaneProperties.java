package io.igregulator.webhooks.worker.lane;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How much one endpoint, and one worker, may have under way.
 *
 * @param concurrency requests in flight to one endpoint at most
 * @param maxLoad deliveries in flight and queued in this worker before it stops taking more; it resumes at half
 */
@ConfigurationProperties("webhooks.lanes")
public record LaneProperties(
        @DefaultValue("10") int concurrency,
        @DefaultValue("2000") int maxLoad) {
    public LaneProperties {
        if (concurrency < 1 || maxLoad < 1) {
            throw new IllegalArgumentException("webhooks.lanes.concurrency and max-load must be at least 1");
        }
    }
}
