package io.igregulator.webhooks.chaos.fault;

import java.time.Duration;

/**
 * A fault and its instant.
 *
 * @param at counted from when publishing begins
 */
public record ScheduledFault(Duration at, Fault fault) {}
