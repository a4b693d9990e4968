package io.igregulator.webhooks.worker.lane;

import io.igregulator.webhooks.id.DeliveryId;
import io.igregulator.webhooks.worker.delivery.Delivery;
import io.igregulator.webhooks.worker.delivery.Ticket;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The tickets of one delivery that came more than once: they end together. */
final class SharedTicket implements Ticket {
    private final DeliveryId id;
    private final boolean waiting;
    private final Ticket first;
    private final Ending ending;
    // Null in nearly all of them, of which there is one per delivery.
    private @Nullable List<Ticket> repeats;
    private boolean ended;

    /** Notified once, before the tickets are. */
    @FunctionalInterface
    interface Ending {
        void ended(SharedTicket ticket, boolean recorded);
    }

    SharedTicket(Delivery first, Ending ending) {
        this.id = first.id();
        this.waiting = first.waiting();
        this.ending = ending;
        this.first = first.ticket();
    }

    DeliveryId id() {
        return id;
    }

    /** Whether the first of them came out of PostgreSQL. */
    boolean waiting() {
        return waiting;
    }

    /** False when this delivery has already ended. */
    synchronized boolean join(Ticket ticket) {
        if (!ended) {
            repeats = repeats == null ? new ArrayList<>() : repeats;
            repeats.add(ticket);
        }
        return !ended;
    }

    @Override
    public synchronized boolean valid() {
        return first.valid() || (repeats != null && repeats.stream().anyMatch(Ticket::valid));
    }

    @Override
    public void recorded() {
        List<Ticket> others = end(true);
        first.recorded();
        others.forEach(Ticket::recorded);
    }

    @Override
    public void dropped() {
        List<Ticket> others = end(false);
        first.dropped();
        others.forEach(Ticket::dropped);
    }

    /** @return the tickets besides the first */
    private synchronized List<Ticket> end(boolean recorded) {
        ended = true;
        ending.ended(this, recorded);
        return repeats == null ? List.of() : List.copyOf(repeats);
    }
}
