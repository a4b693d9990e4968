package io.igregulator.webhooks.chaos.fault;

import java.time.Duration;
import java.util.Locale;

/**
 * A change of an endpoint through the REST API in the middle of its deliveries.
 *
 * @param endpoint its number in the cast
 * @param lasts until it is switched on again
 */
public record EndpointFault(Kind kind, int endpoint, Duration lasts) implements Fault {

    /** What is changed. */
    public enum Kind {
        SECRET_ROTATED,
        URL_CHANGED,
        /** Switched off, and on again some time later. */
        PAUSED,
        /** Switched off for good. */
        RETIRED,
        DELETED;

        boolean endsDeliveries() {
            return this == RETIRED || this == DELETED;
        }
    }

    @Override
    public String label() {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
