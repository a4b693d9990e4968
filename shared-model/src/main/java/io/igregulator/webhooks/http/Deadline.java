package io.igregulator.webhooks.http;

import java.util.function.Consumer;

/**
 * The end of one exchange's time. When it comes the exchange's thread is interrupted, which ends whatever it waits for: a
 * connection's channel is closed by that, a wait for DNS or for a free connection ends.
 */
final class Deadline implements AutoCloseable {
    private final long atNanos;
    private final Consumer<Deadline> closed;
    private final Thread thread = Thread.currentThread();
    private boolean over;
    private boolean cut;
    private boolean expired;

    /**
     * @param atNanos by {@link System#nanoTime}
     * @param closed called once the deadline needs no watching any more
     */
    Deadline(long atNanos, Consumer<Deadline> closed) {
        this.atNanos = atNanos;
        this.closed = closed;
    }

    boolean passedAt(long nanos) {
        return nanos - atNanos >= 0;
    }

    /** On a thread of its own: closing a channel may block, and the next deadline must not wait for it. */
    void expire() {
        closed.accept(this);
        Thread.startVirtualThread(() -> cut(true));
    }

    /** Ends the exchange although its time has not come. */
    void abort() {
        cut(false);
    }

    private synchronized void cut(boolean timeIsOver) {
        if (!over) {
            cut = true;
            expired |= timeIsOver;
            thread.interrupt();
        }
    }

    synchronized boolean expired() {
        return expired;
    }

    /** After this the thread is not interrupted any more, and an interrupt that came from here is taken back. */
    @Override
    public void close() {
        closed.accept(this);
        takeBack();
    }

    private synchronized void takeBack() {
        over = true;
        if (cut) {
            Thread.interrupted();
        }
    }
}
