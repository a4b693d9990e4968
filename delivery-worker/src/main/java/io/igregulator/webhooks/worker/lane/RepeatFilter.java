package io.igregulator.webhooks.worker.lane;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.igregulator.webhooks.id.DeliveryId;
import io.igregulator.webhooks.worker.delivery.Delivery;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Drops repeats that this process can know of: fan-out sends a batch again after a failure, and a lease can run out while
 * its delivery is still in a lane. A repeat's ticket ends together with the original's.
 */
final class RepeatFilter {
    private static final int REMEMBERED = 100_000;
    private static final Duration MEMORY = Duration.ofMinutes(10);

    private final Map<DeliveryId, SharedTicket> underWay = new ConcurrentHashMap<>();
    private final Cache<DeliveryId, Boolean> recorded = Caffeine.newBuilder()
            .maximumSize(REMEMBERED)
            .expireAfterWrite(MEMORY)
            .build();

    /** The delivery to go on with, its ticket shared by later repeats; empty when it is a repeat itself. */
    Optional<Delivery> admit(Delivery delivery) {
        if (delivery.fresh() && recorded.getIfPresent(delivery.id()) != null) {
            delivery.ticket().recorded();
            return Optional.empty();
        }
        SharedTicket mine = new SharedTicket(delivery.ticket(), recorded -> forget(delivery.id(), recorded));
        SharedTicket present = underWay.putIfAbsent(delivery.id(), mine);
        if (present == null) {
            return Optional.of(delivery.withTicket(mine));
        }
        if (present.join(delivery.ticket())) {
            return Optional.empty();
        }
        // The original ended between the two look-ups.
        return admit(delivery);
    }

    private void forget(DeliveryId id, boolean wasRecorded) {
        if (wasRecorded) {
            recorded.put(id, Boolean.TRUE);
        }
        underWay.remove(id);
    }
}
