package io.igregulator.webhooks.benchmark.run;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What one delivery cost.
 *
 * @param cpuMicros by process
 * @param allocatedBytes in the worker
 * @param rows that PostgreSQL inserted, updated or deleted
 * @param gcMillis that the worker stood still, in the whole window
 */
public record Costs(
        Map<String, Double> cpuMicros,
        double allocatedBytes,
        double rows,
        double walBytes,
        double commitsPerSecond,
        double gcMillis,
        double cpuUtilisation) {

    static Costs between(Snapshot before, Snapshot after, long deliveries) {
        double count = Math.max(1, deliveries);
        double seconds = (after.at() - before.at()) / 1e9;
        var cpu = new LinkedHashMap<String, Double>();
        double total = 0;
        for (var entry : after.cpuMillis().entrySet()) {
            long millis = entry.getValue() - before.cpuMillis().getOrDefault(entry.getKey(), 0L);
            total += millis;
            cpu.put(entry.getKey(), millis * 1_000 / count);
        }
        var database = after.database().since(before.database());
        return new Costs(
                cpu,
                (after.worker().allocatedBytes() - before.worker().allocatedBytes()) / count,
                database.rows() / count,
                database.walBytes() / count,
                database.commits() / seconds,
                (after.worker().gcSeconds() - before.worker().gcSeconds()) * 1_000,
                total / 1_000 / seconds / Runtime.getRuntime().availableProcessors());
    }

    /** Of the platform: everything but the receiver and the publisher, which are not part of it. */
    @JsonProperty(access = JsonProperty.Access.READ_ONLY)
    public double platformCpuMicros() {
        return cpuMicros.entrySet().stream()
                .filter(entry -> !entry.getKey().equals(Platform.RECEIVER)
                        && !entry.getKey().equals(Platform.PUBLISHER))
                .mapToDouble(Map.Entry::getValue)
                .sum();
    }

    /** Of all processes, receiver and publisher included, as raw's includes its receiver. */
    @JsonProperty(access = JsonProperty.Access.READ_ONLY)
    public double totalCpuMicros() {
        return cpuMicros.values().stream().mapToDouble(Double::doubleValue).sum();
    }
}
