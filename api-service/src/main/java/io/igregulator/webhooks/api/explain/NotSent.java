package io.igregulator.webhooks.api.explain;

import java.time.Instant;
import java.util.Locale;

/**
 * Why an endpoint has no delivery of an event.
 *
 * @param since when the reason began to hold
 */
public record NotSent(String reason, Instant since) {
    /** The contract's words. {@code filtered} is reserved for filters on an endpoint. */
    public enum Reason {
        NOT_SUBSCRIBED,
        NOT_WATCHED,
        INACTIVE,
        CREATED_LATER,
        DELETED,
        ABOUT_ITSELF,
        NOT_FANNED_OUT_YET;

        NotSent since(Instant time) {
            return new NotSent(name().toLowerCase(Locale.ROOT), time);
        }
    }
}
