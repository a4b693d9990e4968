package io.igregulator.webhooks.worker.retry;

import java.time.Instant;

/** What follows from one attempt's exchange. */
public sealed interface RetryDecision {
    /** 2xx: done. */
    record Delivered() implements RetryDecision {}

    /** Failed; the next attempt is due at {@code due}. */
    record RetryAt(Instant due) implements RetryDecision {}

    /** Failed, and that was the last attempt. */
    record Exhausted() implements RetryDecision {}

    /** 410: the receiver wants no more; the endpoint is deactivated. */
    record Gone() implements RetryDecision {}
}
