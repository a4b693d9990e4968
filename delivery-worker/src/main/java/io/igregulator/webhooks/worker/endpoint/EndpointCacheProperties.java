package io.igregulator.webhooks.worker.endpoint;

import io.igregulator.webhooks.settings.Require;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How many endpoints a worker remembers and for how long.
 *
 * @param maxSize about a kilobyte each; what is not remembered is loaded again, hundreds per query
 * @param maxAge bounds how long a missed change can go unnoticed for an endpoint that receives retries only
 * @param outboxInterval bounds how long a change that Kafka has not taken yet goes unnoticed
 */
@ConfigurationProperties("webhooks.endpoint-cache")
public record EndpointCacheProperties(
        @DefaultValue("25000") long maxSize,
        @DefaultValue("60s") Duration maxAge,
        @DefaultValue("500ms") Duration outboxInterval) {
    public EndpointCacheProperties {
        Require.atLeast(1, "webhooks.endpoint-cache.max-size", maxSize);
        Require.positive("webhooks.endpoint-cache.max-age", maxAge);
        Require.positive("webhooks.endpoint-cache.outbox-interval", outboxInterval);
    }
}
