package io.igregulator.webhooks.worker.lane;

import java.time.Duration;

/**
 * What a lane can take.
 *
 * @param deliveries worth claiming now
 * @param latency of its endpoint lately, or of the request that has been running for longest
 */
public record Capacity(int deliveries, Duration latency) {}
