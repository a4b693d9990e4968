package io.igregulator.webhooks.chaos.latency;

import java.time.Duration;
import java.util.List;

/** Of a sample of durations. */
public record Percentiles(int count, Duration median, Duration ninetyNinth) {

    public static Percentiles of(List<Duration> sample) {
        var sorted = sample.stream().sorted().toList();
        return new Percentiles(sorted.size(), at(0.5, sorted), at(0.99, sorted));
    }

    /** @param sorted ascending; nothing of it is nothing */
    public static Duration at(double share, List<Duration> sorted) {
        if (sorted.isEmpty()) {
            return Duration.ZERO;
        }
        // The nearest rank.
        int rank = (int) Math.ceil(share * sorted.size());
        return sorted.get(Math.max(rank, 1) - 1);
    }
}
