package io.igregulator.webhooks.benchmark.measure;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Sorted values and their percentiles. */
public final class Distribution {
    /** Where the curve of a distribution is drawn. */
    private static final double[] POINTS = {0, 10, 25, 50, 75, 90, 95, 98, 99, 99.5, 99.9, 99.99, 100};

    private final double[] sorted;

    private Distribution(double[] sorted) {
        this.sorted = sorted;
    }

    public static Distribution of(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return new Distribution(sorted);
    }

    public static Distribution of(List<Double> values) {
        return of(values.stream().mapToDouble(Double::doubleValue).toArray());
    }

    public int count() {
        return sorted.length;
    }

    /** The smallest value that so many percent do not exceed; 0 if there is none. */
    public double percentile(double percent) {
        if (sorted.length == 0) {
            return 0;
        }
        int rank = (int) Math.ceil(percent / 100 * sorted.length);
        return sorted[Math.clamp(rank - 1L, 0, sorted.length - 1)];
    }

    public List<Point> curve() {
        return sorted.length == 0
                ? List.of()
                : IntStream.range(0, POINTS.length)
                        .mapToObj(i -> new Point(POINTS[i], percentile(POINTS[i])))
                        .toList();
    }

    public Percentiles percentiles() {
        return new Percentiles(sorted.length, percentile(50), percentile(90), percentile(99), percentile(100));
    }
}
