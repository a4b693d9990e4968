package io.igregulator.webhooks.chaos.scale;

import io.igregulator.webhooks.stack.Console;
import java.time.Duration;
import java.util.Locale;

/**
 * How long deliveries took while the number of workers changed.
 *
 * @param kept the longest time from event to arrival where both partitions, the event's and the delivery's, kept their owner
 * @param moved the same of all others
 * @param keptDeliveries so many of the first kind were measured
 * @param partitionsKept of both groups
 */
record Stall(String change, Duration kept, Duration moved, long keptDeliveries, int partitionsKept, int partitions) {
    void show(Console console) {
        console.say(String.format(
                Locale.ROOT,
                "  %s: %d of %d partitions kept their owner; longest wait of %d deliveries there %.2f s, elsewhere %.2f s",
                change,
                partitionsKept,
                partitions,
                keptDeliveries,
                kept.toMillis() / 1e3,
                moved.toMillis() / 1e3));
    }
}
