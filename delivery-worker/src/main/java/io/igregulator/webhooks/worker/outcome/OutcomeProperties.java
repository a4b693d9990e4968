package io.igregulator.webhooks.worker.outcome;

import io.igregulator.webhooks.settings.Require;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How outcomes are batched.
 *
 * @param maxBatch rows in one transaction at most
 * @param maxDelay how long the first row of a batch waits for company
 * @param bufferSize outcomes held while PostgreSQL is slow or away; when it is full, nothing new is started
 * @param maxUnrecorded requests that were sent and whose outcomes are not committed yet, at most; when they are so many,
 *     none is started
 * @param maxUnrecordedAge the same for the oldest such outcome's age
 */
@ConfigurationProperties("webhooks.outcomes")
public record OutcomeProperties(
        @DefaultValue("500") int maxBatch,
        @DefaultValue("50ms") Duration maxDelay,
        @DefaultValue("4000") int bufferSize,
        @DefaultValue("1000") int maxUnrecorded,
        @DefaultValue("250ms") Duration maxUnrecordedAge) {
    public OutcomeProperties {
        Require.atLeast(1, "webhooks.outcomes.max-batch", maxBatch);
        Require.notNegative("webhooks.outcomes.max-delay", maxDelay);
        Require.that(
                bufferSize >= 2 * maxBatch,
                "webhooks.outcomes.buffer-size must be at least twice webhooks.outcomes.max-batch");
        Require.atLeast(1, "webhooks.outcomes.max-unrecorded", maxUnrecorded);
        Require.positive("webhooks.outcomes.max-unrecorded-age", maxUnrecordedAge);
    }
}
