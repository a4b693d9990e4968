package io.igregulator.webhooks.worker.lane;

import io.igregulator.webhooks.worker.delivery.Delivery;
import java.util.ArrayDeque;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/**
 * One endpoint's deliveries: a few in flight, the rest behind them in the order they came. Not thread-safe: {@link Lanes}
 * touches a lane only inside the map's per-key lock.
 */
final class Lane {
    private final int concurrency;
    private final Queue<Delivery> queued = new ArrayDeque<>();
    private int inFlight;

    Lane(int concurrency) {
        this.concurrency = concurrency;
    }

    /** Whether the delivery may start now; else it is queued. */
    boolean startOrQueue(Delivery delivery) {
        if (inFlight < concurrency) {
            inFlight++;
            return true;
        }
        queued.add(delivery);
        return false;
    }

    /** The delivery that takes the place of one that ended; null frees the place. */
    @Nullable
    Delivery next() {
        @Nullable Delivery next = queued.poll();
        if (next == null) {
            inFlight--;
        }
        return next;
    }

    boolean idle() {
        return inFlight == 0;
    }

    boolean full() {
        return inFlight >= concurrency;
    }

    int queued() {
        return queued.size();
    }
}
