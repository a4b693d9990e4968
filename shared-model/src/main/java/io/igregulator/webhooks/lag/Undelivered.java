package io.igregulator.webhooks.lag;

/**
 * Deliveries that have one reason to be open.
 *
 * @param oldest when the oldest was published, in milliseconds; the greatest number where there is none
 */
record Undelivered(long deliveries, long oldest) {
    static final Undelivered NONE = new Undelivered(0, Long.MAX_VALUE);
}
