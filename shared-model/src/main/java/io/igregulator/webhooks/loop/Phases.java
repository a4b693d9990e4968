package io.igregulator.webhooks.loop;

import org.springframework.context.SmartLifecycle;

/**
 * The order in which loops stop (and the reverse of which they start in): sources first, then whatever records the outcome
 * of what they gave out.
 */
public final class Phases {
    /** Loops that no other part waits for: they start last and stop first. */
    public static final int APART = SmartLifecycle.DEFAULT_PHASE;

    /** Loops that take work in. */
    public static final int SOURCES = 1_000;

    /** Loops that record what became of it. */
    public static final int OUTCOMES = 500;

    private Phases() {}
}
