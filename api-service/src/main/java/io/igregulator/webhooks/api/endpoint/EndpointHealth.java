package io.igregulator.webhooks.api.endpoint;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The current state of an endpoint.
 *
 * @param inactiveReason null while it is active, and where it is not recorded
 * @param since start of the state; null where it is not recorded
 * @param error of the circuit, or of a delivery that waits; null without one
 * @param nextAttemptAt null while nothing is to be sent
 * @param waiting deliveries that wait for an attempt, {@link HealthReader#COUNTED} at most
 * @param oldestWaitingAt when the platform took the oldest of those counted
 */
public record EndpointHealth(
        State state,
        @Nullable String inactiveReason,
        @Nullable Instant since,
        @Nullable String error,
        @Nullable Instant nextAttemptAt,
        int waiting,
        @Nullable Instant oldestWaitingAt) {
    /** A new one, for which nothing has been sent. */
    public static final EndpointHealth NEW = new EndpointHealth(State.HEALTHY, null, null, null, null, 0, null);

    /** What to look at first: a state that comes later in this list hides those before it. */
    public enum State {
        HEALTHY,
        FAILING,
        /** Its circuit is open: one delivery at a time is tried, after ever longer waits. */
        HELD,
        /** The operator has suspended all deliveries of its account. */
        SUSPENDED,
        /** Inactive by its owner's wish. */
        PAUSED,
        /** Inactive because its receiver answered 410 or accepted nothing for days, or because the operator stopped it. */
        STOPPED;

        public String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
