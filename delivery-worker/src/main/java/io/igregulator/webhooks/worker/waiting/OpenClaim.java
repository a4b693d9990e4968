package io.igregulator.webhooks.worker.waiting;

import io.igregulator.webhooks.worker.delivery.Ticket;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What one claim took, until all of it is recorded. Every delivery's ticket is this one.
 *
 * <p>Past the lease's end another worker may hold the rows, so nothing is started any more.
 */
final class OpenClaim implements Ticket {
    private final Instant leaseEnd;
    private final InstantSource clock;
    private final AtomicInteger open;
    private final Runnable ended;

    /** @param ended called when the outcome of the last of {@code deliveries} is recorded */
    OpenClaim(Instant leaseEnd, InstantSource clock, int deliveries, Runnable ended) {
        this.leaseEnd = leaseEnd;
        this.clock = clock;
        this.open = new AtomicInteger(deliveries);
        this.ended = ended;
    }

    @Override
    public boolean valid() {
        return clock.instant().isBefore(leaseEnd);
    }

    /** The outcome itself moved or removed the row. */
    @Override
    public void recorded() {
        if (open.decrementAndGet() == 0) {
            ended.run();
        }
    }

    /** The lease runs out by itself, or with this worker. */
    @Override
    public void dropped() {}
}
