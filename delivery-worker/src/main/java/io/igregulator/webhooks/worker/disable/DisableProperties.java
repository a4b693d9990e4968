package io.igregulator.webhooks.worker.disable;

import io.igregulator.webhooks.settings.Require;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When an endpoint that keeps failing becomes inactive.
 *
 * @param after its first failed attempt since its last success, with failed attempts on at least two different days; 0 is
 *     never
 * @param interval between looks for such endpoints
 */
@ConfigurationProperties("webhooks.disable")
public record DisableProperties(
        @DefaultValue("5d") Duration after,
        @DefaultValue("5m") Duration interval) {
    public DisableProperties {
        Require.notNegative("webhooks.disable.after", after);
        Require.positive("webhooks.disable.interval", interval);
    }

    boolean enabled() {
        return after.isPositive();
    }
}
