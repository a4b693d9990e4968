package io.igregulator.webhooks.worker.degraded;

import java.time.Instant;

/**
 * How much of an endpoint's attempts failed within the window.
 *
 * @param failingSince begin of the window's slice that holds the oldest failure
 */
record FailureShare(int failed, int total, Instant failingSince) {
    boolean above(int percent) {
        return failed * 100L > (long) percent * total;
    }
}
