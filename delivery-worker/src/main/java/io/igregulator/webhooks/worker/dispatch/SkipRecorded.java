package io.igregulator.webhooks.worker.dispatch;

import io.igregulator.webhooks.id.DeliveryId;
import io.igregulator.webhooks.worker.delivery.Delivery;
import io.igregulator.webhooks.worker.lane.Lanes;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/**
 * Deliveries that another worker may have made are looked up first, hundreds per query: what has an outcome is done, the
 * rest is sent. So a crash repeats only the requests that were in flight. Off the poll thread, which must not wait
 * for PostgreSQL.
 */
final class SkipRecorded {
    private static final Logger log = LoggerFactory.getLogger(SkipRecorded.class);
    private static final Duration PAUSE_WITHOUT_DATABASE = Duration.ofMillis(500);

    private final RecordedDeliveries recorded;
    private final Lanes lanes;
    private final Executor threads;
    private final AtomicInteger pending = new AtomicInteger();

    SkipRecorded(RecordedDeliveries recorded, Lanes lanes, Executor threads) {
        this.recorded = recorded;
        this.lanes = lanes;
        this.threads = threads;
    }

    void submit(List<Delivery> suspects) {
        if (!suspects.isEmpty()) {
            pending.addAndGet(suspects.size());
            threads.execute(() -> sort(suspects));
        }
    }

    /** Deliveries whose look-up has not been answered yet. */
    int pending() {
        return pending.get();
    }

    private void sort(List<Delivery> suspects) {
        try {
            Set<DeliveryId> done = recorded(suspects);
            for (Delivery delivery : suspects) {
                if (done.contains(delivery.id())) {
                    delivery.ticket().recorded();
                } else {
                    lanes.submit(delivery);
                }
            }
        } finally {
            pending.addAndGet(-suspects.size());
        }
    }

    private Set<DeliveryId> recorded(List<Delivery> suspects) {
        List<DeliveryId> ids = suspects.stream().map(Delivery::id).toList();
        while (!Thread.currentThread().isInterrupted()) {
            try {
                return recorded.among(ids);
            } catch (DataAccessException e) {
                log.warn("cannot look up {} deliveries, trying again: {}", ids.size(), e.toString());
                LockSupport.parkNanos(PAUSE_WITHOUT_DATABASE.toNanos());
            }
        }
        // Only at the end of the process; nothing is started from then on.
        return Set.of();
    }
}
