package io.igregulator.webhooks.chaos.scale;

import io.igregulator.webhooks.chaos.trial.Judgement;
import io.igregulator.webhooks.stack.Console;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** How a change of the number of workers went, up and down. */
public record Scaling(long wanted, long lost, long repeated, List<Stall> stalls) implements Judgement {
    /** A partition that keeps its owner must not wait for those that move. */
    static final Duration LONGEST_STALL = Duration.ofSeconds(1);

    public Scaling {
        stalls = List.copyOf(stalls);
    }

    @Override
    public boolean passed() {
        return lost == 0
                && stalls.stream()
                        .allMatch(stall ->
                                stall.keptDeliveries() > 0 && stall.kept().compareTo(LONGEST_STALL) < 0);
    }

    @Override
    public void show(Console console) {
        console.say(String.format(Locale.ROOT, "  %d deliveries, lost %d, repeated %d", wanted, lost, repeated));
        stalls.forEach(stall -> stall.show(console));
        console.say(passed() ? "Scale run passed." : "Scale run FAILED.");
    }
}
