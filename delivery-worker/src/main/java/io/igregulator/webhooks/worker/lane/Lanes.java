package io.igregulator.webhooks.worker.lane;

import io.igregulator.webhooks.id.EndpointId;
import io.igregulator.webhooks.worker.delivery.Delivery;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Every lane that has work. A thread is started only when a request starts, and goes on with what waits in its lane;
 * whoever submits never blocks.
 */
public final class Lanes {
    private final Map<EndpointId, Lane> lanes = new ConcurrentHashMap<>();
    private final RepeatFilter repeats = new RepeatFilter();
    private final AtomicInteger inFlight = new AtomicInteger();
    private final AtomicInteger queued = new AtomicInteger();
    private final LaneProperties properties;
    private final Consumer<Delivery> attempt;
    private final Executor threads;
    private volatile boolean closed;

    /**
     * @param attempt makes one attempt and hands its outcome on; never throws
     * @param threads starts one thread a request, which may block: virtual threads
     */
    public Lanes(LaneProperties properties, Consumer<Delivery> attempt, Executor threads) {
        this.properties = properties;
        this.attempt = attempt;
        this.threads = threads;
    }

    /** Takes a delivery, unless it is a repeat of one that is under way or was just recorded. */
    public void submit(Delivery delivery) {
        if (closed) {
            return;
        }
        Optional<Delivery> admitted = repeats.admit(delivery);
        if (admitted.isEmpty()) {
            return;
        }
        Delivery mine = admitted.get();
        boolean[] start = new boolean[1];
        lanes.compute(mine.endpoint(), (endpoint, present) -> {
            Lane lane = present == null ? new Lane(properties.concurrency()) : present;
            start[0] = lane.startOrQueue(mine);
            return lane;
        });
        if (start[0]) {
            inFlight.incrementAndGet();
            threads.execute(() -> work(mine));
        } else {
            queued.incrementAndGet();
        }
    }

    /** Starts nothing more; what is in flight goes on. What is queued stays with its source. */
    public void close() {
        closed = true;
    }

    public int inFlight() {
        return inFlight.get();
    }

    public int queued() {
        return queued.get();
    }

    public int load() {
        return inFlight() + queued();
    }

    public boolean overloaded() {
        return load() >= properties.maxLoad();
    }

    /** Whether the load has fallen far enough below the limit to take more again. */
    public boolean relaxed() {
        return load() <= properties.maxLoad() / 2;
    }

    /** Endpoints with no free place: claiming more for them would only make it wait here. */
    public List<EndpointId> full() {
        return lanes.entrySet().stream()
                .filter(entry -> entry.getValue().full())
                .map(Map.Entry::getKey)
                .toList();
    }

    private void work(Delivery first) {
        @Nullable Delivery current = first;
        while (current != null) {
            attempt.accept(current);
            current = closed ? null : nextOf(current.endpoint());
        }
        inFlight.decrementAndGet();
    }

    private @Nullable Delivery nextOf(EndpointId endpoint) {
        @Nullable Delivery[] next = new @Nullable Delivery[1];
        lanes.computeIfPresent(endpoint, (id, lane) -> {
            next[0] = lane.next();
            return lane.idle() ? null : lane;
        });
        if (next[0] != null) {
            queued.decrementAndGet();
        }
        return next[0];
    }
}
