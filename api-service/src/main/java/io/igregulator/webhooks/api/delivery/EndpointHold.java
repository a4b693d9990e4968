package io.igregulator.webhooks.api.delivery;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What keeps an endpoint's deliveries from being sent when they are due.
 *
 * @param suspended whether all of its account's are
 * @param probeAt when the circuit lets the next one out; null while it is closed
 */
record EndpointHold(
        boolean active, boolean suspended, @Nullable Instant probeAt) {
    static final EndpointHold NONE = new EndpointHold(true, false, null);

    /** @param due by the retry schedule */
    @Nullable
    Instant nextAttempt(Instant due) {
        if (!active || suspended) {
            return null;
        }
        return probeAt == null || due.isAfter(probeAt) ? due : probeAt;
    }

    /** The contract's word for what a delivery that has not ended waits for. */
    String waitingFor() {
        if (!active) {
            return "active";
        }
        if (suspended) {
            return "suspended";
        }
        return probeAt == null ? "attempt" : "circuit";
    }
}
