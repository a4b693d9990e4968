package io.igregulator.webhooks.chaos.upgrade;

import io.igregulator.webhooks.chaos.trial.Judgement;
import io.igregulator.webhooks.stack.Console;
import java.time.Duration;
import java.util.Locale;

/**
 * How an upgrade and the rollback went.
 *
 * @param longestGap without any arrival, while events were published
 */
public record Upgrade(long wanted, long lost, long repeated, long calls, long failedCalls, Duration longestGap)
        implements Judgement {

    @Override
    public boolean passed() {
        return lost == 0 && failedCalls == 0;
    }

    @Override
    public void show(Console console) {
        console.say(String.format(Locale.ROOT, "  %d deliveries, lost %d, repeated %d", wanted, lost, repeated));
        console.say(String.format(Locale.ROOT, "  %d calls of the API, failed %d", calls, failedCalls));
        console.say(String.format(Locale.ROOT, "  longest gap between arrivals %.1f s", longestGap.toMillis() / 1e3));
        console.say(passed() ? "Upgrade run passed." : "Upgrade run FAILED.");
    }
}
