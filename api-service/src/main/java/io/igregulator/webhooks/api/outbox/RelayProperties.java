package io.igregulator.webhooks.api.outbox;

import io.igregulator.webhooks.settings.Require;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.backoff.BackOff;
import org.springframework.util.backoff.ExponentialBackOff;

/**
 * How the outbox is relayed to Kafka.
 *
 * @param pollInterval how long a committed row waits at most when its notification got lost, and how soon a standby takes
 *     over
 * @param batchSize rows sent before their acknowledgements are awaited together
 * @param deliveryTimeout how long one send is tried before the round counts as failed
 * @param minBackoff the pause after a first failure; it doubles with each further one
 * @param maxBackoff the longest pause
 * @param measureInterval how often depth and age of the outbox are measured
 * @param staleAfter how long the last good round may lie back before the relay counts as unhealthy
 */
@ConfigurationProperties("webhooks.relay")
public record RelayProperties(
        @DefaultValue("1s") Duration pollInterval,
        @DefaultValue("500") int batchSize,
        @DefaultValue("15s") Duration deliveryTimeout,
        @DefaultValue("250ms") Duration minBackoff,
        @DefaultValue("10s") Duration maxBackoff,
        @DefaultValue("5s") Duration measureInterval,
        @DefaultValue("60s") Duration staleAfter) {

    private static final double BACKOFF_MULTIPLIER = 2;

    public RelayProperties {
        Require.atLeast(1, "webhooks.relay.batch-size", batchSize);
        Require.positive("webhooks.relay.poll-interval", pollInterval);
        Require.positive("webhooks.relay.delivery-timeout", deliveryTimeout);
        Require.positive("webhooks.relay.min-backoff", minBackoff);
        Require.positive("webhooks.relay.measure-interval", measureInterval);
        Require.positive("webhooks.relay.stale-after", staleAfter);
        Require.that(
                maxBackoff.compareTo(minBackoff) >= 0,
                "webhooks.relay.max-backoff must not be below webhooks.relay.min-backoff");
    }

    BackOff backOff() {
        var backOff = new ExponentialBackOff(minBackoff.toMillis(), BACKOFF_MULTIPLIER);
        backOff.setMaxInterval(maxBackoff.toMillis());
        return backOff;
    }
}
