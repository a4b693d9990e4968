package io.igregulator.webhooks.worker.dispatch;

import io.igregulator.webhooks.worker.delivery.Ticket;

/** Ties a delivery to the record it came in. */
record RecordTicket(Assignment assignment, long offset, Completions completions, Pulse pulse) implements Ticket {
    @Override
    public boolean valid() {
        pulse.awaitFreshWhile(assignment::open);
        return assignment.open();
    }

    @Override
    public void recorded() {
        completions.add(assignment, offset);
    }

    /** Nothing to do: the offset stays open, so the partition's next owner reads the record again. */
    @Override
    public void dropped() {}
}
