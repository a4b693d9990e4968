package io.igregulator.webhooks.benchmark.run;

import io.igregulator.webhooks.stack.Console;
import java.util.Locale;

/** Prints every other second how far a scenario is. */
final class Progress {
    private static final long EVERY = 2_000_000_000L;

    private final Platform platform;
    private final Console console;
    private final long begun = System.nanoTime();
    private long reported = begun;
    private int countedThen;

    Progress(Platform platform, Console console) {
        this.platform = platform;
        this.console = console;
    }

    /** To be called often; returns what has been accepted so far. */
    int look(String phase) {
        int accepted = platform.receiver().accepted();
        long now = System.nanoTime();
        if (now - reported >= EVERY) {
            platform.processes().look();
            console.say(String.format(
                    Locale.ROOT,
                    "  %4d s  %-8s %,9d delivered  %,8.0f/s",
                    (now - begun) / 1_000_000_000L,
                    phase,
                    accepted,
                    (accepted - countedThen) * 1e9 / (now - reported)));
            reported = now;
            countedThen = accepted;
        }
        return accepted;
    }
}
