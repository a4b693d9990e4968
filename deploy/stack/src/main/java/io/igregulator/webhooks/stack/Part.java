package io.igregulator.webhooks.stack;

import java.nio.file.Path;

/** A process of a stack that can be killed, frozen, stopped and started again, always on the same data and ports. */
public sealed interface Part permits ChildPart, PostgresPart {

    String name();

    /**
     * Returns when the process exists; {@link #ready} says when it serves.
     *
     * @throws CommandFailure after {@link #retire}
     */
    void start();

    /** Of the process, or of the one that leads its family. */
    long pid();

    boolean running();

    boolean ready();

    /** Ends it without warning (SIGKILL) and returns when it has ended. */
    void kill();

    /** Ends it as an operator would (SIGTERM) and returns when it has ended. */
    void stop();

    /** Keeps it from doing anything (SIGSTOP) until {@link #thaw}. */
    void freeze();

    void thaw();

    /** Ends it as {@link #stop} does, frozen or not; from then on it cannot be started again. */
    void retire();

    /** What the process that runs, or ran last, writes to. */
    Path log();

    /** A failure to show: what happened to it, and the end of its log. */
    default CommandFailure explain(String what) {
        return LogTail.explain(name(), what, log());
    }
}
