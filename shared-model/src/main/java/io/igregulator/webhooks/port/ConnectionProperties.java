package io.igregulator.webhooks.port;

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
        require(maxPerPort >= 1, "max-per-port must be positive");
        require(headTimeout.isPositive(), "head-timeout must be positive");
        require(idleTimeout.isPositive(), "idle-timeout must be positive");
        require(bodyTimeout.isPositive(), "body-timeout must be positive");
        require(minBodyRate.toBytes() >= 1, "min-body-rate must be positive");
    }

    private static void require(boolean condition, String message) {
        if (!condition) {
            throw new IllegalArgumentException("webhooks.connections." + message);
        }
    }

    /** When a body, of which this much has come or gone, has taken too long. */
    Duration allowedFor(long bytes) {
        return bodyTimeout.plusMillis(bytes * 1000 / minBodyRate.toBytes());
    }
}
