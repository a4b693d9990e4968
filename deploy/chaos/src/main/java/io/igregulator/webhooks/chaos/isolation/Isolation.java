package io.igregulator.webhooks.chaos.isolation;

import io.igregulator.webhooks.chaos.latency.Percentiles;
import io.igregulator.webhooks.chaos.trial.Judgement;
import io.igregulator.webhooks.stack.Console;
import java.time.Duration;
import java.util.Locale;

/**
 * Event-to-arrival at the same healthy endpoints: without neighbours that hang, with a few of their own account, and with
 * hundreds of another account.
 */
public record Isolation(Percentiles alone, Percentiles besideHanging, Percentiles besideAccount, long lost)
        implements Judgement {
    /** The project's own aim. */
    private static final double MOST = 1.2;

    @Override
    public boolean passed() {
        return lost == 0 && ratio(besideHanging) <= MOST && ratio(besideAccount) <= MOST;
    }

    private double ratio(Percentiles beside) {
        return (double) beside.ninetyNinth().toNanos()
                / Math.max(1, alone.ninetyNinth().toNanos());
    }

    @Override
    public void show(Console console) {
        line(console, "no bad neighbour", alone);
        line(console, "one in ten hangs", besideHanging);
        line(console, "an account hangs", besideAccount);
        console.say(String.format(
                Locale.ROOT,
                "  ratios of the 99th percentiles: %.2f and %.2f, at most %.1f",
                ratio(besideHanging),
                ratio(besideAccount),
                MOST));
        console.say(passed() ? "Isolation run passed." : "Isolation run FAILED, " + lost + " deliveries are missing.");
    }

    private static void line(Console console, String name, Percentiles percentiles) {
        console.say(String.format(
                Locale.ROOT,
                "  %-18s %d deliveries, p50 %.1f ms, p99 %.1f ms",
                name,
                percentiles.count(),
                millis(percentiles.median()),
                millis(percentiles.ninetyNinth())));
    }

    private static double millis(Duration duration) {
        return duration.toNanos() / 1e6;
    }
}
