package io.igregulator.webhooks.loop;

import java.time.Duration;

/** How long a round may take before its loop counts as stuck; one limit for all loops of a service. */
public record StuckAfter(Duration duration) {}
