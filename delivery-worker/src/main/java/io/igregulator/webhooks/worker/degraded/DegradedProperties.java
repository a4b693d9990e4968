package io.igregulator.webhooks.worker.degraded;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When an endpoint counts as degraded.
 *
 * @param window that the failure share is taken over
 * @param minimumAttempts in the window before the share counts; not above what opens a circuit, after which few follow
 * @param share percent of failed attempts above which an episode begins, by contract 20
 * @param rearmShare percent at or below which it ends, lower so that an endpoint at the edge is announced once
 */
@ConfigurationProperties("webhooks.degraded")
public record DegradedProperties(
        @DefaultValue("1h") Duration window,
        @DefaultValue("10") int minimumAttempts,
        @DefaultValue("20") int share,
        @DefaultValue("10") int rearmShare) {
    public DegradedProperties {
        if (window.toSeconds() < 1 || minimumAttempts < 1 || rearmShare > share) {
            throw new IllegalArgumentException(
                    "webhooks.degraded: window at least 1s, minimum-attempts at least 1, rearm-share not above share");
        }
    }
}
