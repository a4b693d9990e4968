package io.igregulator.webhooks.worker.outcome;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How outcomes are batched.
 *
 * @param maxBatch rows in one transaction at most
 * @param maxDelay how long the first row of a batch waits for company
 * @param bufferSize outcomes held while PostgreSQL is slow or away; when it is full, nothing new is started
 */
@ConfigurationProperties("webhooks.outcomes")
public record OutcomeProperties(
        @DefaultValue("500") int maxBatch,
        @DefaultValue("50ms") Duration maxDelay,
        @DefaultValue("4000") int bufferSize) {}
