package io.igregulator.webhooks.chaos.trial;

import io.igregulator.webhooks.stack.Console;

/** What a run found, and whether that is good enough. */
public interface Judgement {
    boolean passed();

    void show(Console console);
}
