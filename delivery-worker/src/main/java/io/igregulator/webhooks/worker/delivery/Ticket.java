package io.igregulator.webhooks.worker.delivery;

/**
 * Where a delivery came from, and how that source learns what became of it. Called from any thread; exactly one of
 * {@link #recorded} and {@link #dropped} ends it.
 */
public interface Ticket {
    /** Whether this process still owns the delivery; asked right before the POST. */
    boolean valid();

    /** The outcome is committed in PostgreSQL: the source may forget the delivery. */
    void recorded();

    /** Nothing was done and nothing recorded: the source hands it out again, here or to its next owner. */
    void dropped();
}
