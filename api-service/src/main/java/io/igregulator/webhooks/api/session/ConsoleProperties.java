package io.igregulator.webhooks.api.session;

import io.igregulator.webhooks.settings.Require;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The operator's console.
 *
 * @param sessionIdle after so long without a request a session ends
 * @param sessionLongest after so long every session ends
 * @param loginsPerMinute wrong tokens that one address may try
 */
@ConfigurationProperties("webhooks.console")
public record ConsoleProperties(
        @DefaultValue("8h") Duration sessionIdle,
        @DefaultValue("24h") Duration sessionLongest,
        @DefaultValue("5") int loginsPerMinute) {
    public ConsoleProperties {
        Require.atLeast(1, "webhooks.console.logins-per-minute", loginsPerMinute);
    }

    SessionLength session() {
        return new SessionLength(sessionIdle, sessionLongest);
    }
}
