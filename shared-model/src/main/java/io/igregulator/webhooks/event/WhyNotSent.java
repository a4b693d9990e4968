package io.igregulator.webhooks.event;

/** Why fan-out sends an endpoint nothing, of the account that the event may concern: the rule of the public contract. */
public enum WhyNotSent {
    INACTIVE,
    NOT_SUBSCRIBED,
    /** The operator is not on the watchlist of an endpoint that takes nothing else. */
    NOT_WATCHED,
    /** Of a notice about an endpoint, its siblings alone are notified. */
    ABOUT_ITSELF;
}
