package io.igregulator.webhooks.worker.dispatch;

import io.igregulator.webhooks.worker.delivery.Ticket;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Ties one delivery to a record that holds several. The tracker counts them, so this one counts once, however often it is
 * called.
 */
final class ChunkTicket implements Ticket {
    private final RecordTicket record;
    private final AtomicBoolean recorded = new AtomicBoolean();

    ChunkTicket(RecordTicket record) {
        this.record = record;
    }

    @Override
    public boolean valid() {
        return record.valid();
    }

    @Override
    public void recorded() {
        if (recorded.compareAndSet(false, true)) {
            record.recorded();
        }
    }

    /** Nothing to do, as with any record: its offset stays open. */
    @Override
    public void dropped() {}
}
