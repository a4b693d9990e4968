package io.igregulator.webhooks.local.stack;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;

/** What the person at the terminal reads: one whole line at a time. */
public final class Console {
    private final PrintStream out;

    public Console(PrintStream out) {
        this.out = out;
    }

    public void say(String line) {
        out.println(line);
        out.flush();
    }

    void starting(String part) {
        say("  %-18s starting".formatted(part));
    }

    void ready(String part, Duration after, String where) {
        say(String.format(Locale.ROOT, "  %-18s ready after %4.1f s  %s", part, after.toMillis() / 1000.0, where));
    }
}
