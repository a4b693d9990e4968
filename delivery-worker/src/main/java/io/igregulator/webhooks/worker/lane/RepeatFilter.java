package io.igregulator.webhooks.worker.lane;

import io.igregulator.webhooks.id.DeliveryId;
import io.igregulator.webhooks.worker.delivery.Delivery;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Drops repeats that this process can know of: fan-out sends a batch again after a failure, and a lease can run out while
 * its delivery is still in a lane. A repeat's ticket ends together with the original's.
 */
final class RepeatFilter {
    private final Map<DeliveryId, SharedTicket> underWay = new ConcurrentHashMap<>();
    private final RecentlyRecorded recorded = new RecentlyRecorded();

    /** The delivery to continue with, its ticket shared by later repeats; empty when it is a repeat itself. */
    Optional<Delivery> admit(Delivery delivery) {
        if (delivery.fresh() && recorded.contains(delivery.id())) {
            delivery.ticket().recorded();
            return Optional.empty();
        }
        SharedTicket mine = new SharedTicket(delivery, this::forget);
        SharedTicket present = underWay.putIfAbsent(delivery.id(), mine);
        if (present == null || (succeeds(delivery, present) && underWay.replace(delivery.id(), present, mine))) {
            return Optional.of(delivery.withTicket(mine));
        }
        if (present.join(delivery.ticket())) {
            return Optional.empty();
        }
        // The original ended between the two look-ups.
        return admit(delivery);
    }

    /**
     * Whether it was claimed after the one that came from Kafka had its outcome committed, which made it wait, and before
     * that one's ticket was notified. To take it for a repeat would lose it until its lease ends.
     */
    private static boolean succeeds(Delivery delivery, SharedTicket present) {
        return delivery.waiting() && !present.waiting();
    }

    private void forget(SharedTicket ticket, boolean wasRecorded) {
        if (wasRecorded) {
            recorded.add(ticket.id());
        }
        underWay.remove(ticket.id(), ticket);
    }
}
