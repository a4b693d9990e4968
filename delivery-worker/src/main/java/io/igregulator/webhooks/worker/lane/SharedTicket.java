package io.igregulator.webhooks.worker.lane;

import io.igregulator.webhooks.id.DeliveryId;
import io.igregulator.webhooks.worker.delivery.Delivery;
import io.igregulator.webhooks.worker.delivery.Ticket;
import java.util.ArrayList;
import java.util.List;

/** The tickets of one delivery that came more than once: they end together. */
final class SharedTicket implements Ticket {
    private final DeliveryId id;
    private final boolean waiting;
    private final List<Ticket> tickets = new ArrayList<>(1);
    private final Ending ending;
    private boolean ended;

    /** Told once, before the tickets are. */
    @FunctionalInterface
    interface Ending {
        void ended(SharedTicket ticket, boolean recorded);
    }

    SharedTicket(Delivery first, Ending ending) {
        this.id = first.id();
        this.waiting = first.waiting();
        this.ending = ending;
        tickets.add(first.ticket());
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
            tickets.add(ticket);
        }
        return !ended;
    }

    @Override
    public synchronized boolean valid() {
        // No stream: asked for every delivery, and there is nearly always one.
        for (int i = 0; i < tickets.size(); i++) {
            if (tickets.get(i).valid()) {
                return true;
            }
        }
        return false;
    }

    @Override
    public void recorded() {
        end(true).forEach(Ticket::recorded);
    }

    @Override
    public void dropped() {
        end(false).forEach(Ticket::dropped);
    }

    private synchronized List<Ticket> end(boolean recorded) {
        ended = true;
        ending.ended(this, recorded);
        return List.copyOf(tickets);
    }
}
