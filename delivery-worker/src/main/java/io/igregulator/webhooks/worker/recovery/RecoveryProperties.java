package io.igregulator.webhooks.worker.recovery;

import io.igregulator.webhooks.settings.Require;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The pace of recoveries.
 *
 * @param interval between looks for recoveries to continue, and after one that has enough waiting
 * @param batchSize failed deliveries looked at, or missed events sent, in one transaction
 * @param maxWaiting deliveries of one endpoint that wait at a time for recoveries
 */
@ConfigurationProperties("webhooks.recovery")
public record RecoveryProperties(
        @DefaultValue("1s") Duration interval,
        @DefaultValue("200") int batchSize,
        @DefaultValue("1000") int maxWaiting) {
    public RecoveryProperties {
        Require.positive("webhooks.recovery.interval", interval);
        Require.atLeast(1, "webhooks.recovery.batch-size", batchSize);
        Require.atLeast(1, "webhooks.recovery.max-waiting", maxWaiting);
    }
}
