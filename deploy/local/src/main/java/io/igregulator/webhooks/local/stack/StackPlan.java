package io.igregulator.webhooks.local.stack;

import java.util.Map;

/**
 * What to start.
 *
 * @param workers how many delivery workers, at least one
 * @param workerSettings properties of the workers beyond the usual
 */
public record StackPlan(
        Jars jars, DataFolder folder, PortWishes ports, int workers, Map<String, Object> workerSettings) {
    public StackPlan {
        if (workers < 1) {
            throw new IllegalArgumentException("at least one worker");
        }
        workerSettings = Map.copyOf(workerSettings);
    }
}
