package io.igregulator.webhooks.local.demo;

import java.util.List;
import java.util.random.RandomGenerator;

/** What can happen in the made-up world, and how often. */
enum DemoPlot {
    STATUS(28),
    ACTION(26),
    EXPIRING_30(10),
    EXPIRING_60(8),
    EXPIRING_90(8),
    EXPIRED(6),
    ISSUED(6),
    COVERAGE(7),
    ENDPOINT(1),
    DISABLED(1);

    /** Shows all event types within the first seconds; coverage and an endpoint degrade, then recover. */
    static final List<DemoPlot> OPENING = List.of(
            STATUS,
            ACTION,
            EXPIRING_30,
            COVERAGE,
            EXPIRED,
            ISSUED,
            ENDPOINT,
            EXPIRING_60,
            COVERAGE,
            EXPIRING_90,
            ENDPOINT,
            DISABLED);

    private final int weight;

    DemoPlot(int weight) {
        this.weight = weight;
    }

    static DemoPlot any(RandomGenerator random) {
        int total = 0;
        for (DemoPlot plot : values()) {
            total += plot.weight;
        }
        int ticket = random.nextInt(total);
        for (DemoPlot plot : values()) {
            ticket -= plot.weight;
            if (ticket < 0) {
                return plot;
            }
        }
        throw new AssertionError("a ticket below the sum of all weights");
    }
}
