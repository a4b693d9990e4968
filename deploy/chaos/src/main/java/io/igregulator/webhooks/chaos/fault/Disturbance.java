package io.igregulator.webhooks.chaos.fault;

import java.time.Duration;
import java.time.Instant;

/**
 * A process fault as it went.
 *
 * @param to when the process served again; for a lost process that is when it was given up
 */
public record Disturbance(ProcessFault.Kind kind, String target, Instant from, Instant to) {

    /** Whether the instant lies in its span, widened by the given margins. */
    public boolean surrounds(Instant instant, Duration before, Duration after) {
        return !instant.isBefore(from.minus(before)) && !instant.isAfter(to.plus(after));
    }

    public boolean touches(Instant begin, Instant end, Duration margin) {
        return !end.isBefore(from.minus(margin)) && !begin.isAfter(to.plus(margin));
    }
}
