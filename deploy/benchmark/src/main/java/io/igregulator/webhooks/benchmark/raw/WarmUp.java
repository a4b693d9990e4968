package io.igregulator.webhooks.benchmark.raw;

import java.util.ArrayList;
import java.util.List;

/** Whether a program is warm: what one request costs has stopped falling from second to second. */
final class WarmUp {
    /** Seconds without a cheaper one. The cheapest counts, since a busy machine makes single seconds dearer. */
    private static final int SPAN = 5;

    private static final double SAME = 0.98;

    private final List<Double> costs = new ArrayList<>();

    /** @param cost of one request in the last second */
    void add(double cost) {
        costs.add(cost);
    }

    boolean done() {
        int before = costs.size() - SPAN;
        return before >= SPAN
                && cheapest(costs.subList(before, costs.size())) >= SAME * cheapest(costs.subList(0, before));
    }

    private static double cheapest(List<Double> costs) {
        return costs.stream().mapToDouble(Double::doubleValue).min().orElse(0);
    }
}
