package io.igregulator.webhooks.worker.waiting;

import io.igregulator.webhooks.worker.delivery.Ticket;
import java.time.Instant;
import java.time.InstantSource;

/** A claim's lease: past its end another worker may hold the row, so nothing is started any more. */
record LeaseTicket(Instant end, InstantSource clock) implements Ticket {
    @Override
    public boolean valid() {
        return clock.instant().isBefore(end);
    }

    /** The outcome itself moved or removed the row. */
    @Override
    public void recorded() {}

    /** The lease runs out by itself. */
    @Override
    public void dropped() {}
}
