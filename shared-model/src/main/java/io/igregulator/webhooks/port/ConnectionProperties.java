package io.igregulator.webhooks.port;

import io.igregulator.webhooks.settings.Require;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Bounds of the connections of each port.
 *
 * @param maxPerPort open at one time; for one more, the one that has waited for longest is closed
 * @param headTimeout for all of a request's head, however busily bytes come
 * @param idleTimeout between two requests
 * @param bodyTimeout for a request's body, beside what {@code minBodyRate} allows
 * @param minBodyRate how much of a longer body has to come in a second
 */
@ConfigurationProperties("webhooks.connections")
public record ConnectionProperties(
        @DefaultValue("800") int maxPerPort,
        @DefaultValue("10s") Duration headTimeout,
        @DefaultValue("75s") Duration idleTimeout,
        @DefaultValue("10s") Duration bodyTimeout,
        @DefaultValue("16KB") DataSize minBodyRate) {
    public ConnectionProperties {
        Require.that(maxPerPort >= 1, "webhooks.connections.max-per-port must be positive");
        Require.that(headTimeout.isPositive(), "webhooks.connections.head-timeout must be positive");
        Require.that(idleTimeout.isPositive(), "webhooks.connections.idle-timeout must be positive");
        Require.that(bodyTimeout.isPositive(), "webhooks.connections.body-timeout must be positive");
        Require.that(minBodyRate.toBytes() >= 1, "webhooks.connections.min-body-rate must be positive");
    }

    /** When a body, of which this much has come or gone, has taken too long. */
    Duration allowedFor(long bytes) {
        return bodyTimeout.plusMillis(bytes * 1000 / minBodyRate.toBytes());
    }
}
