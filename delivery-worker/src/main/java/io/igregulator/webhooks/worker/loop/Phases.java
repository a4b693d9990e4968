package io.igregulator.webhooks.worker.loop;

/**
 * The order in which loops stop (and the reverse of which they start in): sources first, then whatever records the outcome
 * of what they gave out.
 */
public final class Phases {
    /** Loops that take work in. */
    public static final int SOURCES = 1_000;

    /** Loops that record what became of it. */
    public static final int OUTCOMES = 500;

    private Phases() {}
}
