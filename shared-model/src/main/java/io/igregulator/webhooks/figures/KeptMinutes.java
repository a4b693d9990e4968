package io.igregulator.webhooks.figures;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Until when figures are kept by minute. Both services use it: one rolls older ones up to hours, one refuses to show them by minute. */
public final class KeptMinutes {
    /** Whole hours, of which the last is rolled up when it is older than this. */
    public static final Duration KEPT = Duration.ofHours(24);

    private KeptMinutes() {}

    /** What is earlier is kept by hour. */
    public static Instant from(Instant now) {
        return now.minus(KEPT).truncatedTo(ChronoUnit.HOURS);
    }
}
