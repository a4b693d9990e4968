package io.igregulator.webhooks.http;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What came of one {@link WebhookRequest}. */
public sealed interface Exchange {
    /** From the call to the last byte that was read, DNS and connecting included. */
    Duration latency();

    /**
     * The receiver sent a status within the deadline, whichever it was. A body that is too long or breaks off does not
     * take it back.
     *
     * @param bodyExcerpt the body's beginning as text without NUL, which PostgreSQL cannot store; null if there was none
     * @param retryAfter the {@code Retry-After} header as it came
     */
    record Answered(
            int status,
            Duration latency,
            @Nullable String bodyExcerpt,
            @Nullable String retryAfter) implements Exchange {}

    /** No complete answer came. */
    record Unanswered(ExchangeError error, Duration latency) implements Exchange {}
}
