package io.igregulator.webhooks.worker.breaker;

import io.igregulator.webhooks.settings.Require;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When an endpoint's circuit opens, and for how long.
 *
 * @param window attempts that the failure share is taken over
 * @param minimumAttempts in the window before the share counts
 * @param failureShare percent of failed attempts that opens the circuit, 1 to 100
 * @param firstWait until the first probe; doubled with each probe that fails
 * @param longestWait what the wait grows to at most
 * @param maxCircuits endpoints remembered at one time; only those that failed lately need to be
 */
@ConfigurationProperties("webhooks.breaker")
public record BreakerProperties(
        @DefaultValue("20") int window,
        @DefaultValue("10") int minimumAttempts,
        @DefaultValue("50") int failureShare,
        @DefaultValue("30s") Duration firstWait,
        @DefaultValue("10m") Duration longestWait,
        @DefaultValue("100000") int maxCircuits) {
    public BreakerProperties {
        Require.atLeast(1, "webhooks.breaker.minimum-attempts", minimumAttempts);
        Require.that(
                window >= minimumAttempts,
                "webhooks.breaker.window must not be below webhooks.breaker.minimum-attempts");
        Require.that(failureShare >= 1 && failureShare <= 100, "webhooks.breaker.failure-share must be from 1 to 100");
        Require.positive("webhooks.breaker.first-wait", firstWait);
        Require.that(
                longestWait.compareTo(firstWait) >= 0,
                "webhooks.breaker.longest-wait must not be below webhooks.breaker.first-wait");
        Require.atLeast(1, "webhooks.breaker.max-circuits", maxCircuits);
    }

    /** The wait after the circuit opened for the {@code openings}-th time in a row, from 1. */
    Duration wait(int openings) {
        Duration wait = firstWait.multipliedBy(1L << Math.min(20, openings - 1));
        return wait.compareTo(longestWait) < 0 ? wait : longestWait;
    }
}
