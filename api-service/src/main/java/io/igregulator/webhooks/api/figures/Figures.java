package io.igregulator.webhooks.api.figures;

import io.igregulator.webhooks.figures.AttemptClass;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Attempts to an endpoint within a time span, by what came of them. Not thread-safe. */
public final class Figures {
    private final Map<AttemptClass.End, Integer> ends = new EnumMap<>(AttemptClass.End.class);
    private final int[] latency = new int[AttemptClass.BUCKETS];

    Figures() {}

    void add(AttemptClass attempts, int count) {
        ends.merge(attempts.end(), count, Integer::sum);
        if (attempts.end() != AttemptClass.End.UNANSWERED) {
            latency[attempts.bucket()] += count;
        }
    }

    public int of(AttemptClass.End end) {
        return ends.getOrDefault(end, 0);
    }

    public int attempts() {
        return ends.values().stream().mapToInt(Integer::intValue).sum();
    }

    public int failed() {
        return attempts() - of(AttemptClass.End.DELIVERED);
    }

    /** Attempts with an answer by how long it took, one count per bucket of {@link AttemptClass}. */
    public List<Integer> latency() {
        return Arrays.stream(latency).boxed().toList();
    }
}
