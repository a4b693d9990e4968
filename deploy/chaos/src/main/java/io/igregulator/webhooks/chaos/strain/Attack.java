package io.igregulator.webhooks.chaos.strain;

/** One way to use up something that all share, from its beginning until it is closed. */
interface Attack extends AutoCloseable {
    String name();

    void begin();

    /** What it got, for people. */
    String got();

    /** Whether it got only what it may, such as no 500. */
    boolean refusedProperly();

    @Override
    void close();
}
