package io.igregulator.webhooks.worker.outcome;

import io.igregulator.webhooks.id.DeliveryId;
import io.igregulator.webhooks.worker.outcome.Outcome.Attempted;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Which attempts of a batch were recorded now; the others repeat what was recorded before. */
final class RecordedAttempts {
    /** An attempt that has a row of its own. */
    record Numbered(DeliveryId delivery, int number) {}

    private RecordedAttempts() {}

    /**
     * @param copied all of which were recorded
     * @param deliveries whose row was written from {@code others}
     * @param numbered whose row was written
     */
    static List<Attempted> of(
            List<Outcome> copied, List<Outcome> others, Set<DeliveryId> deliveries, Set<Numbered> numbered) {
        Set<DeliveryId> ofDeliveries = new HashSet<>(deliveries);
        Set<Numbered> ofAttempts = new HashSet<>(numbered);
        List<Attempted> recorded = new ArrayList<>(copied.size() + others.size());
        copied.forEach(outcome -> recorded.add((Attempted) outcome));
        for (Outcome outcome : others) {
            if (outcome instanceof Attempted attempted && take(attempted, ofDeliveries, ofAttempts)) {
                recorded.add(attempted);
            }
        }
        return recorded;
    }

    private static boolean take(Attempted attempted, Set<DeliveryId> deliveries, Set<Numbered> numbered) {
        DeliveryId id = attempted.delivery().id();
        return attempted.succeededAtFirst()
                ? deliveries.remove(id)
                : numbered.remove(new Numbered(id, attempted.delivery().nextAttempt()));
    }
}
