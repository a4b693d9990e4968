package io.igregulator.webhooks.api.figures;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** How long each span is that figures are summed over. */
public enum Step {
    MINUTE(ChronoUnit.MINUTES, Duration.ofHours(1)),
    HOUR(ChronoUnit.HOURS, Duration.ofDays(1));

    private final ChronoUnit unit;
    private final Duration defaultSpan;

    Step(ChronoUnit unit, Duration defaultSpan) {
        this.unit = unit;
        this.defaultSpan = defaultSpan;
    }

    public ChronoUnit unit() {
        return unit;
    }

    /** How far back the steps reach where no start is given. */
    public Duration defaultSpan() {
        return defaultSpan;
    }

    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
