package io.igregulator.webhooks.lag;

/**
 * Deliveries that have one reason to be open.
 *
 * @param oldest when the oldest was published, in milliseconds; the greatest number where there is none
 */
public record Undelivered(long deliveries, long oldest) {
    static final Undelivered NONE = new Undelivered(0, Long.MAX_VALUE);

    /** How long the oldest has been open; 0 where there is none. */
    public double ageSeconds(long nowMillis) {
        return oldest == Long.MAX_VALUE ? 0 : Math.max(0, nowMillis - oldest) / 1000.0;
    }
}
