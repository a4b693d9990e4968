package io.igregulator.webhooks.worker.retry;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When a failed delivery is tried again.
 *
 * @param delays one entry per retry, counted from the end of the attempt before it
 * @param jitter share of a delay by which it varies, so that what failed together does not return together; 0 to 1
 * @param retryAfterCap the longest wait that a receiver can ask for
 * @param maxAge how long after its event a delivery may still be tried; the schedule's sum and a fifth
 */
@ConfigurationProperties("webhooks.retry")
public record RetryProperties(
        @DefaultValue({"30s", "2m", "10m", "1h", "4h", "12h", "24h"})
        List<Duration> delays,

        @DefaultValue("0.1") double jitter,
        @DefaultValue("24h") Duration retryAfterCap,
        @DefaultValue("50h") Duration maxAge) {
    public RetryProperties {
        delays = List.copyOf(delays);
        if (delays.stream().anyMatch(Duration::isNegative)) {
            throw new IllegalArgumentException("webhooks.retry.delays must not be negative");
        }
        if (!(jitter >= 0 && jitter < 1)) {
            throw new IllegalArgumentException("webhooks.retry.jitter must be at least 0 and below 1");
        }
    }
}
