package io.igregulator.webhooks.settings;

import java.time.Duration;

/** Checks of one settings record; the message names the key as {@code application.yml} writes it. */
public final class Require {
    private Require() {}

    /** @throws IllegalArgumentException with the message, unless the condition holds */
    public static void that(boolean condition, String message) {
        if (!condition) {
            throw new IllegalArgumentException(message);
        }
    }

    /** @throws IllegalArgumentException if the value is lower */
    public static void atLeast(long least, String key, long value) {
        that(value >= least, key + " must be at least " + least);
    }

    /** Less than a millisecond would reach some clients as 0, which they take for no limit. */
    public static void positive(String key, Duration value) {
        that(value.toMillis() >= 1, key + " must be at least 1ms");
    }

    public static void notNegative(String key, Duration value) {
        that(!value.isNegative(), key + " must not be negative");
    }
}
