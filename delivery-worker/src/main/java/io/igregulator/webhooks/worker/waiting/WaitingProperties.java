package io.igregulator.webhooks.worker.waiting;

import io.igregulator.webhooks.settings.Require;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How due deliveries are claimed, and how often the oldest one is looked up.
 *
 * @param pollInterval bounds how late a retry starts
 * @param lease how long a claim holds at most; those of a worker that is gone end as soon as others own its partitions
 * @param endpointsPerClaim endpoints served by one claim at most
 * @param deliveriesPerPlace deliveries of one endpoint claimed for each of its places in flight
 * @param expiryInterval between looks for what has waited past its age
 * @param oldestDueInterval between two looks at how late the oldest due delivery is
 */
@ConfigurationProperties("webhooks.waiting")
public record WaitingProperties(
        @DefaultValue("100ms") Duration pollInterval,
        @DefaultValue("60s") Duration lease,
        @DefaultValue("50") int endpointsPerClaim,
        @DefaultValue("10") int deliveriesPerPlace,
        @DefaultValue("10s") Duration expiryInterval,
        @DefaultValue("10s") Duration oldestDueInterval) {
    public WaitingProperties {
        Require.positive("webhooks.waiting.poll-interval", pollInterval);
        Require.positive("webhooks.waiting.lease", lease);
        Require.atLeast(1, "webhooks.waiting.endpoints-per-claim", endpointsPerClaim);
        Require.atLeast(1, "webhooks.waiting.deliveries-per-place", deliveriesPerPlace);
        Require.positive("webhooks.waiting.expiry-interval", expiryInterval);
        Require.positive("webhooks.waiting.oldest-due-interval", oldestDueInterval);
    }
}
