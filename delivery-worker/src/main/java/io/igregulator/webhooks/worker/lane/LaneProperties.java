package io.igregulator.webhooks.worker.lane;

import io.igregulator.webhooks.settings.Require;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How much one endpoint, and one worker, may have under way.
 *
 * @param concurrency requests in flight to one endpoint at most
 * @param maxLoad deliveries queued in this worker and lately begun before it stops taking more; it resumes at half
 * @param maxInFlight requests without an answer yet, over all accounts, each of which has a share of them
 * @param parkAfter how long a delivery may wait in its lane because of its endpoint
 * @param sweepInterval between looks at what waits in the lanes
 */
@ConfigurationProperties("webhooks.lanes")
public record LaneProperties(
        @DefaultValue("10") int concurrency,
        @DefaultValue("2000") int maxLoad,
        @DefaultValue("2000") int maxInFlight,
        @DefaultValue("1s") Duration parkAfter,
        @DefaultValue("200ms") Duration sweepInterval) {
    public LaneProperties {
        Require.atLeast(1, "webhooks.lanes.concurrency", concurrency);
        Require.atLeast(1, "webhooks.lanes.max-load", maxLoad);
        Require.atLeast(1, "webhooks.lanes.max-in-flight", maxInFlight);
        Require.positive("webhooks.lanes.park-after", parkAfter);
        Require.positive("webhooks.lanes.sweep-interval", sweepInterval);
    }
}
