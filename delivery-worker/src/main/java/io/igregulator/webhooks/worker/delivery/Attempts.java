package io.igregulator.webhooks.worker.delivery;

/**
 * How often a delivery was tried.
 *
 * @param made in all: numbers continue over resends
 * @param beforeResend those of them that were made before it was last resent, if it was: the retry schedule starts after
 *     them
 */
public record Attempts(int made, int beforeResend) {
    public static final Attempts NONE = new Attempts(0, 0);

    /** The number of the attempt that comes next, counted from 1. */
    public int next() {
        return made + 1;
    }

    /** The same, counted from 1 at the last resend. */
    public int nextOfSchedule() {
        return next() - beforeResend;
    }
}
