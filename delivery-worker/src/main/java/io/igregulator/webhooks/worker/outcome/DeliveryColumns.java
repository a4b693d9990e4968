package io.igregulator.webhooks.worker.outcome;

import io.igregulator.webhooks.event.EventType;
import io.igregulator.webhooks.worker.delivery.Delivery;
import org.jspecify.annotations.Nullable;

/** What some columns hold of a delivery. */
final class DeliveryColumns {
    private DeliveryColumns() {}

    static Short eventType(Delivery delivery) {
        return EventType.ofWireName(delivery.eventType()).orElseThrow().code();
    }

    /** Null when it was never resent, which takes no room in a row. */
    static @Nullable Short beforeResend(Delivery delivery) {
        int attempts = delivery.attempts().beforeResend();
        return attempts == 0 ? null : (short) attempts;
    }
}
