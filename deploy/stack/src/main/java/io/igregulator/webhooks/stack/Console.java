package io.igregulator.webhooks.stack;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;

/** What the person at the terminal reads: one whole line at a time. */
public final class Console {
    private final PrintStream out;

    public Console(PrintStream out) {
        this.out = out;
    }

    /** For a command whose output leaves no room for that of its stack. */
    public static Console silent() {
        return new Console(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
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
