package io.igregulator.webhooks.chaos.restore;

import io.igregulator.webhooks.chaos.trial.Judgement;
import io.igregulator.webhooks.stack.Console;
import java.time.Duration;
import java.util.Locale;

/**
 * How a restore went.
 *
 * @param wanted deliveries of all events, those after the copy included
 * @param endangered outcomes and waiting deliveries that the restored copy does not have
 * @param repeated requests for what had been accepted before
 * @param lost deliveries that never arrived
 * @param took from the start of the procedure to the last arrival
 */
public record Restoration(int wanted, long endangered, long repeated, long lost, Duration took) implements Judgement {

    /** A run in which nothing could be lost proves nothing. */
    @Override
    public boolean passed() {
        return lost == 0 && endangered > 0;
    }

    @Override
    public void show(Console console) {
        console.say(
                String.format(Locale.ROOT, "  %d deliveries, %d of them not in the restored copy", wanted, endangered));
        console.say(String.format(Locale.ROOT, "  lost %d, repeated %d", lost, repeated));
        console.say(
                String.format(Locale.ROOT, "  all delivered %.1f s after the procedure began", took.toMillis() / 1e3));
        console.say(passed() ? "Restore drill passed." : "Restore drill FAILED.");
    }
}
