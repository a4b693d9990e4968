package io.igregulator.webhooks.http;

import java.util.concurrent.Future;
import org.apache.hc.core5.concurrent.Cancellable;
import org.jspecify.annotations.Nullable;

/**
 * The end of one exchange's time. When it comes the request is cancelled, which closes its connection, and the thread is
 * interrupted, which ends a wait for DNS or for a free connection.
 */
final class Deadline implements AutoCloseable {
    private final Cancellable request;
    private final Thread thread = Thread.currentThread();
    private @Nullable Future<?> timer;
    private boolean over;
    private boolean expired;

    Deadline(Cancellable request) {
        this.request = request;
    }

    void timer(Future<?> scheduled) {
        this.timer = scheduled;
    }

    /** On a thread of its own: closing a socket may block, and the next deadline must not wait for it. */
    void expire() {
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
    public synchronized void close() {
        over = true;
        if (timer != null) {
            timer.cancel(false);
        }
        if (expired) {
            Thread.interrupted();
        }
    }
}
