package io.igregulator.webhooks.api.outbox;

/**
 * How much waits for the relay; not a number while it could not be measured.
 *
 * @param rows how many
 * @param oldestAgeSeconds zero when there are none
 */
record OutboxDepth(double rows, double oldestAgeSeconds) {
    static final OutboxDepth UNKNOWN = new OutboxDepth(Double.NaN, Double.NaN);
}
