package io.igregulator.webhooks.event;

/** Who may read an event in the polling feed, as {@code feed_entry.audience} says it. */
public final class FeedAudience {
    /** Every account. */
    public static final String EVERYONE = "everyone";

    /** And a slug: the accounts that watched the operator when the event was stored. */
    public static final String OPERATOR = "operator:";

    /** And an id: one account. */
    public static final String ACCOUNT = "account:";

    private FeedAudience() {}
}
