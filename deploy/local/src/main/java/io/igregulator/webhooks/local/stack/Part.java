package io.igregulator.webhooks.local.stack;

/** A process of a stack that can be killed, frozen, stopped and started again, always on the same data and ports. */
public sealed interface Part permits ChildPart, PostgresPart {

    String name();

    /**
     * Returns when the process is there; {@link #ready} tells when it serves.
     *
     * @throws LocalFailure after {@link #retire}
     */
    void start();

    /** Of the process, or of the one that leads its family. */
    long pid();

    boolean running();

    boolean ready();

    /** Ends it without warning (SIGKILL) and returns when it is gone. */
    void kill();

    /** Ends it as an operator would (SIGTERM) and returns when it is gone. */
    void stop();

    /** Keeps it from doing anything (SIGSTOP) until {@link #thaw}. */
    void freeze();

    void thaw();

    /** Ends it as {@link #stop} does; from then on it cannot be started any more. */
    void retire();
}
