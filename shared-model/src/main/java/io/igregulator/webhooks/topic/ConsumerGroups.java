package io.igregulator.webhooks.topic;

/** Names of the consumer groups whose lag shows how far the platform is behind. */
public final class ConsumerGroups {
    /** Domain topics to deliveries. */
    public static final String FANOUT = "webhook-fanout";

    /** Deliveries to attempts. */
    public static final String DISPATCH = "webhook-dispatch";

    private ConsumerGroups() {}
}
