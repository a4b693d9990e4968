package io.igregulator.webhooks.api.idempotency;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long a repeat is recognised.
 *
 * @param keep from the first request on
 */
@ConfigurationProperties("webhooks.idempotency")
record IdempotencyProperties(@DefaultValue("24h") Duration keep) {
    private static final Duration LONGEST = Duration.ofDays(30);

    IdempotencyProperties {
        if (!keep.isPositive() || keep.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("webhooks.idempotency.keep must be positive and at most 30 days");
        }
    }
}
