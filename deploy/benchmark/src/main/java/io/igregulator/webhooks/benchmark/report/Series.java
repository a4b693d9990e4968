package io.igregulator.webhooks.benchmark.report;

import io.igregulator.webhooks.benchmark.measure.Point;
import java.util.List;

/** A line of a plot. */
record Series(String name, List<Point> points) {
    Series {
        points = List.copyOf(points);
    }
}
