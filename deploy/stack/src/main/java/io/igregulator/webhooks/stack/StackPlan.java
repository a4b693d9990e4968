package io.igregulator.webhooks.stack;

import java.util.List;
import java.util.Map;

/**
 * What to start.
 *
 * @param workers how many delivery workers, at least one
 * @param workerSettings properties of the workers beyond the usual
 * @param jvm options of every JVM besides its heap
 * @param aot what the services do about their caches
 */
public record StackPlan(
        Jars jars,
        DataFolder folder,
        PortWishes ports,
        int workers,
        Map<String, Object> workerSettings,
        List<String> jvm,
        AotCache aot) {
    /** On JVMs that are small and quick to start. */
    public StackPlan(Jars jars, DataFolder folder, PortWishes ports, int workers, Map<String, Object> workerSettings) {
        this(jars, folder, ports, workers, workerSettings, JavaCommand.SMALL, AotCache.USED);
    }

    public StackPlan {
        if (workers < 1) {
            throw new IllegalArgumentException("at least one worker");
        }
        workerSettings = Map.copyOf(workerSettings);
        jvm = List.copyOf(jvm);
    }
}
