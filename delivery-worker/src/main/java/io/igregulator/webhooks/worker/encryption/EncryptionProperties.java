package io.igregulator.webhooks.worker.encryption;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How secrets move to the active key.
 *
 * @param settle how long a key has to have been the active one before older secrets move to it
 * @param interval between two counts of secrets by key
 * @param batchSize secrets in one transaction
 */
@ConfigurationProperties("webhooks.reencryption")
record EncryptionProperties(
        @DefaultValue("10m") Duration settle,
        @DefaultValue("1m") Duration interval,
        @DefaultValue("100") int batchSize) {
    EncryptionProperties {
        if (settle.isNegative() || interval.toMillis() < 1 || batchSize < 1) {
            throw new IllegalArgumentException(
                    "webhooks.reencryption.interval and .batch-size must be positive, .settle not negative");
        }
    }
}
