package io.igregulator.webhooks.chaos.cast;

import java.util.Locale;

/** How an endpoint's receiver behaves until the faults end; then all are healthy. */
public enum Temper {
    HEALTHY,
    /** Answers within a second. */
    SLOW,
    /** Answers 503 for some seconds, then 204 for some. */
    FLAPPING,
    /** Takes requests and never answers in time. */
    HANGING,
    /** Answers 503 at once. */
    BROKEN,
    /** Refuses connections. */
    DEAD,
    /** Answers 204, and sends a 410 after it that was not asked for. */
    SURPLUS;

    /** Also how the names of its endpoints, and so their URLs' last parts, begin. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
