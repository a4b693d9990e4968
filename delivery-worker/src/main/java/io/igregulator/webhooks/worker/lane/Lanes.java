package io.igregulator.webhooks.worker.lane;

import io.igregulator.webhooks.id.AccountId;
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
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Every lane that has work. A thread is started only when a request starts, and continues with what waits in its lane;
 * the submitting thread never blocks. While too much is sent and not recorded, lanes are held: nothing starts and no thread waits.
 */
public final class Lanes {
    /** Of a lane that is only asked how much room a new one would have. */
    private static final AccountId NOT_KNOWN = new AccountId(new UUID(0, 0));

    private final Map<EndpointId, Lane> lanes = new ConcurrentHashMap<>();
    private final RepeatFilter repeats = new RepeatFilter();
    // Lanes that could start something but for the bound on what is unrecorded; each once, the longest held first.
    private final Queue<EndpointId> held = new ConcurrentLinkedQueue<>();
    private final AtomicInteger queued = new AtomicInteger();
    private final LaneProperties properties;
    private final AccountShares shares;
    private final Circuits circuits;
    private final Unrecorded unrecorded;
    private final Function<Delivery, AttemptReport> attempt;
    private final Executor threads;
    private final InstantSource clock;
    private volatile boolean closed;

    /**
     * @param attempt makes one attempt and hands its outcome on; never throws
     * @param threads starts one thread per request, which may block: virtual threads
     */
    public Lanes(
            LaneProperties properties,
            Circuits circuits,
            Unrecorded unrecorded,
            Function<Delivery, AttemptReport> attempt,
            Executor threads,
            InstantSource clock) {
        this.properties = properties;
        this.shares = new AccountShares(properties.maxInFlight());
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
        boolean beyondShare = delivery.fresh() && shares.exhausted(delivery.account());
        boolean[] start = new boolean[1];
        lanes.compute(delivery.endpoint(), (endpoint, present) -> {
            Lane lane = present == null ? newLane(endpoint, delivery.account()) : present;
            if (beyondShare) {
                lane.parkFresh();
            }
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

    /** Starts nothing more; what is in flight continues. What is queued stays with its source. */
    public void close() {
        closed = true;
    }

    public int inFlight() {
        return shares.inFlight();
    }

    public int queued() {
        return queued.get();
    }

    /**
     * What keeps this worker busy: what is queued, and requests that began lately. One that has had no answer for a while
     * takes a place in flight and none of the worker's time.
     */
    public int load() {
        return queued() + unrecorded.lately();
    }

    /** The load as a share of its bound. */
    double used() {
        return (double) load() / properties.maxLoad();
    }

    public boolean overloaded() {
        return load() >= properties.maxLoad() || shares.full();
    }

    /** Whether the load has fallen far enough below the limit to take more again. */
    public boolean relaxed() {
        return load() <= properties.maxLoad() / 2 && !shares.full();
    }

    /** Whether the account has as many requests in flight as it may. */
    public boolean beyondShare(AccountId account) {
        return shares.exhausted(account);
    }

    /**
     * What of this endpoint is worth claiming now.
     *
     * @param ahead how long what is claimed should last
     * @param perPlace at most for each place in flight
     */
    public Capacity room(EndpointId endpoint, Duration ahead, int perPlace) {
        Instant now = clock.instant();
        Capacity[] room = new Capacity[1];
        lanes.compute(endpoint, (id, present) -> {
            Lane lane = present == null ? newLane(id, NOT_KNOWN) : present;
            room[0] = room(id, lane, ahead, perPlace, now);
            return present;
        });
        return room[0];
    }

    private Capacity room(EndpointId endpoint, Lane lane, Duration ahead, int perPlace, Instant now) {
        Capacity room = lane.room(ahead, perPlace, now);
        if (shares.exhausted(lane.account())) {
            return new Capacity(0, room.latency());
        }
        if (circuits.closed(endpoint)) {
            return room;
        }
        // While it has to show that it works, one at a time, whatever its lane took before.
        boolean busy = lane.inFlight() + lane.queued() > 0;
        return new Capacity(busy ? 0 : Math.min(1, room.deliveries()), room.latency());
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
    List<Parking> park(Duration ownDelay) {
        Instant now = clock.instant();
        List<Parking> parked = new ArrayList<>();
        lanes.keySet()
                .forEach(endpoint -> lanes.computeIfPresent(endpoint, (id, lane) -> {
                    parked.addAll(lane.park(properties.parkAfter(), ownDelay, now));
                    return lane.idle(now) ? null : lane;
                }));
        queued.addAndGet(-parked.size());
        return parked;
    }

    /** Full speed for an endpoint that is well, one at a time for one that has to show it. */
    private Lane newLane(EndpointId endpoint, AccountId account) {
        return new Lane(account, properties.concurrency(), circuits.closed(endpoint) ? properties.concurrency() : 1);
    }

    private void start(Delivery delivery, Instant now) {
        shares.begin(delivery.account());
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
            current = closed ? null : next(current, report, started, now);
            started = now;
            if (current != null) {
                request = unrecorded.begin();
            }
        }
        shares.ended(first.account());
    }

    /** The delivery for this thread to continue with; whatever else may start gets a thread of its own. */
    private @Nullable Delivery next(Delivery ended, AttemptReport report, Instant started, Instant now) {
        boolean exhausted = unrecorded.exhausted();
        boolean beyondShare = shares.exhausted(ended.account());
        List<Delivery> startable = new ArrayList<>(1);
        lanes.computeIfPresent(ended.endpoint(), (id, lane) -> {
            if (beyondShare && lane.queued() > 0) {
                lane.parkFresh();
            }
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
