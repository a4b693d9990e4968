package io.igregulator.webhooks.http;

import java.util.function.Consumer;
import org.apache.hc.core5.concurrent.Cancellable;

/**
 * The end of one exchange's time. When it comes the request is cancelled, which closes its connection, and the thread is
 * interrupted, which ends a wait for DNS or for a free connection.
 */
final class Deadline implements AutoCloseable {
    private final Cancellable request;
    private final long atNanos;
    private final Consumer<Deadline> closed;
    private final Thread thread = Thread.currentThread();
    private boolean over;
    private boolean expired;

    /**
     * @param atNanos by {@link System#nanoTime}
     * @param closed told when nobody needs to watch it any more
     */
    Deadline(Cancellable request, long atNanos, Consumer<Deadline> closed) {
        this.request = request;
        this.atNanos = atNanos;
        this.closed = closed;
    }

    boolean passedAt(long nanos) {
        return nanos - atNanos >= 0;
    }

    /** On a thread of its own: closing a socket may block, and the next deadline must not wait for it. */
    void expire() {
        closed.accept(this);
        Thread.startVirtualThread(this::cut);
    }

    private synchronized void cut() {
        if (!over) {
            expired = true;
            request.cancel();
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
        if (expired) {
            Thread.interrupted();
        }
    }
}
