package io.igregulator.webhooks.worker.attempt;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How attempts are logged.
 *
 * @param logSuccesses the share of successful attempts that gets a line, from 0 to 1; every other attempt gets one
 */
@ConfigurationProperties("webhooks.attempts")
public record AttemptProperties(@DefaultValue("1") double logSuccesses) {
    public AttemptProperties {
        if (!(logSuccesses >= 0 && logSuccesses <= 1)) {
            throw new IllegalArgumentException("webhooks.attempts.log-successes must be from 0 to 1");
        }
    }
}
