package io.igregulator.webhooks.worker.waiting;

import java.time.Instant;

/** What a claim may do with an endpoint that has something due. */
sealed interface Turn {
    /** Take up to so many of its deliveries. */
    record Take(int deliveries) implements Turn {}

    /** Take up to so many of its deliveries, those that are due first, whether they are due or not. */
    record TakeEarly(int deliveries) implements Turn {}

    /** Take none, and do not look at it again before then. */
    record Hold(Instant until) implements Turn {}
}
