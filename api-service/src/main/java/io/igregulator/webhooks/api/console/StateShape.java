package io.igregulator.webhooks.api.console;

import java.util.Locale;

/** The shape and the colour of a state: two states that look alike ask the reader for the same. */
public enum StateShape {
    /** A disc: all is well. */
    GOOD,
    /** A triangle: it does not work, and is tried again. */
    WARN,
    /** A diamond: it does not work. */
    BAD,
    /** Two bars: nothing is sent. */
    OFF,
    /** A ring: its turn has not come. */
    WAIT;

    public static StateShape of(String state) {
        return switch (state) {
            case "healthy", "success", "in force", "active" -> GOOD;
            case "failing", "retrying" -> WARN;
            case "held", "failed" -> BAD;
            case "pending" -> WAIT;
            default -> OFF;
        };
    }

    public String css() {
        return "state state-" + name().toLowerCase(Locale.ROOT);
    }
}
