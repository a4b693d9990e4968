package io.igregulator.webhooks.worker.lane;

import io.igregulator.webhooks.worker.delivery.Ticket;
import java.util.ArrayList;
import java.util.List;

/** The tickets of one delivery that came more than once: they end together. */
final class SharedTicket implements Ticket {
    private final List<Ticket> tickets = new ArrayList<>(1);
    private final Ending ending;
    private boolean ended;

    /** Told once, before the tickets are. */
    @FunctionalInterface
    interface Ending {
        void ended(boolean recorded);
    }

    SharedTicket(Ticket first, Ending ending) {
        this.ending = ending;
        tickets.add(first);
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
        return tickets.stream().anyMatch(Ticket::valid);
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
        ending.ended(recorded);
        return List.copyOf(tickets);
    }
}
