package io.igregulator.webhooks.worker.lane;

import io.igregulator.webhooks.id.EndpointId;
import io.igregulator.webhooks.worker.breaker.Circuits;
import io.igregulator.webhooks.worker.delivery.AttemptReport;
import io.igregulator.webhooks.worker.delivery.Delivery;
import io.igregulator.webhooks.worker.outcome.Unrecorded;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Every lane that has work. A thread is started only when a request starts, and goes on with what waits in its lane;
 * the submitting thread never blocks. While too much is sent and not recorded, lanes are held: nothing starts and no thread waits.
 */
public final class Lanes {
    private final Map<EndpointId, Lane> lanes = new ConcurrentHashMap<>();
    private final RepeatFilter repeats = new RepeatFilter();
    // Lanes that could start something but for the bound on what is unrecorded; each once, the longest held first.
    private final Queue<EndpointId> held = new ConcurrentLinkedQueue<>();
    private final AtomicInteger inFlight = new AtomicInteger();
    private final AtomicInteger queued = new AtomicInteger();
    private final LaneProperties properties;
    private final Circuits circuits;
    private final Unrecorded unrecorded;
    private final Function<Delivery, AttemptReport> attempt;
    private final Executor threads;
    private final InstantSource clock;
    private volatile boolean closed;

    /**
     * @param attempt makes one attempt and hands its outcome on; never throws
     * @param threads starts one thread a request, which may block: virtual threads
     */
    public Lanes(
            LaneProperties properties,
            Circuits circuits,
            Unrecorded unrecorded,
            Function<Delivery, AttemptReport> attempt,
            Executor threads,
            InstantSource clock) {
        this.properties = properties;
        this.circuits = circuits;
        this.unrecorded = unrecorded;
        this.attempt = attempt;
        this.threads = threads;
        this.clock = clock;
    }

    /** Takes a delivery, unless it is a repeat of one that is under way or was just recorded. */
    public void submit(Delivery delivery) {
        if (!closed) {
            repeats.admit(delivery).ifPresent(this::take);
        }
    }

    private void take(Delivery delivery) {
        Instant now = clock.instant();
        boolean exhausted = unrecorded.exhausted();
        boolean[] start = new boolean[1];
        lanes.compute(delivery.endpoint(), (endpoint, present) -> {
            Lane lane = present == null ? newLane(endpoint) : present;
            hold(endpoint, lane, exhausted && lane.hasPlace(), now);
            start[0] = lane.startOrQueue(delivery, now);
            return lane;
        });
        if (start[0]) {
            start(delivery, now);
        } else {
            queued.incrementAndGet();
        }
        if (exhausted) {
            resume();
        }
    }

    private void hold(EndpointId endpoint, Lane lane, boolean hold, Instant now) {
        if (hold && lane.hold(now)) {
            held.add(endpoint);
        }
    }

    /** Starts what was held, lane by lane, as far as the bound allows. */
    void resume() {
        while (!closed && !unrecorded.exhausted()) {
            @Nullable EndpointId endpoint = held.poll();
            if (endpoint == null) {
                return;
            }
            Instant now = clock.instant();
            List<Delivery> startable = new ArrayList<>();
            lanes.computeIfPresent(endpoint, (id, lane) -> {
                startable.addAll(lane.release(now));
                return lane.idle(now) ? null : lane;
            });
            queued.addAndGet(-startable.size());
            startable.forEach(delivery -> start(delivery, now));
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

    /**
     * What of this endpoint is worth claiming now.
     *
     * @param ahead how long what is claimed should last
     * @param perPlace at most for each place in flight
     */
    public Room room(EndpointId endpoint, Duration ahead, int perPlace) {
        Instant now = clock.instant();
        Room[] room = new Room[1];
        lanes.compute(endpoint, (id, present) -> {
            room[0] = (present == null ? newLane(id) : present).room(ahead, perPlace, now);
            return present;
        });
        return room[0];
    }

    /** Nothing of this endpoint is due in PostgreSQL any more. */
    public void drained(EndpointId endpoint) {
        Instant now = clock.instant();
        boolean exhausted = unrecorded.exhausted();
        List<Delivery> startable = new ArrayList<>();
        lanes.computeIfPresent(endpoint, (id, lane) -> {
            hold(id, lane, exhausted && lane.hasPlace(), now);
            startable.addAll(lane.drained(now));
            return lane.idle(now) ? null : lane;
        });
        queued.addAndGet(-startable.size());
        startable.forEach(delivery -> start(delivery, now));
    }

    /** Takes out of all lanes what has to wait in PostgreSQL instead. */
    List<Delivery> park() {
        Instant now = clock.instant();
        List<Delivery> parked = new ArrayList<>();
        lanes.keySet()
                .forEach(endpoint -> lanes.computeIfPresent(endpoint, (id, lane) -> {
                    parked.addAll(lane.park(properties.parkAfter(), now));
                    return lane.idle(now) ? null : lane;
                }));
        queued.addAndGet(-parked.size());
        return parked;
    }

    /** Full speed for an endpoint that is well, one at a time for one that has to show it. */
    private Lane newLane(EndpointId endpoint) {
        return new Lane(properties.concurrency(), circuits.closed(endpoint) ? properties.concurrency() : 1);
    }

    private void start(Delivery delivery, Instant now) {
        inFlight.incrementAndGet();
        Unrecorded.Requests request = unrecorded.begin();
        threads.execute(() -> work(delivery, now, request));
    }

    private void work(Delivery first, Instant startedAt, Unrecorded.Requests begun) {
        @Nullable Delivery current = first;
        Instant started = startedAt;
        Unrecorded.Requests request = begun;
        while (current != null) {
            AttemptReport report = attempt.apply(current);
            request.ended();
            Instant now = clock.instant();
            current = closed ? null : goOn(current.endpoint(), report, started, now);
            started = now;
            if (current != null) {
                request = unrecorded.begin();
            }
        }
        inFlight.decrementAndGet();
    }

    /** The delivery for this thread to go on with; whatever else may start gets a thread of its own. */
    private @Nullable Delivery goOn(EndpointId endpoint, AttemptReport report, Instant started, Instant now) {
        boolean exhausted = unrecorded.exhausted();
        List<Delivery> startable = new ArrayList<>(1);
        lanes.computeIfPresent(endpoint, (id, lane) -> {
            hold(id, lane, exhausted, now);
            lane.next(report, started, now, startable);
            return lane.idle(now) ? null : lane;
        });
        queued.addAndGet(-startable.size());
        for (int i = 1; i < startable.size(); i++) {
            start(startable.get(i), now);
        }
        if (exhausted) {
            resume();
        }
        return startable.isEmpty() ? null : startable.getFirst();
    }
}
