package io.igregulator.webhooks.chaos.watch;

import io.igregulator.webhooks.id.EndpointId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** How many deliveries of each endpoint waited in PostgreSQL, one look after the other. */
public final class WaitingOverTime {
    private final List<Map<EndpointId, Long>> looks = new ArrayList<>();

    public synchronized void add(Map<EndpointId, Long> waiting) {
        looks.add(Map.copyOf(waiting));
    }

    /** The most that waited at one time, of these endpoints together. */
    public synchronized long peak(Predicate<EndpointId> endpoints) {
        return looks.stream().mapToLong(look -> sum(look, endpoints)).max().orElse(0);
    }

    private static long sum(Map<EndpointId, Long> look, Predicate<EndpointId> endpoints) {
        return look.entrySet().stream()
                .filter(waiting -> endpoints.test(waiting.getKey()))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }
}
