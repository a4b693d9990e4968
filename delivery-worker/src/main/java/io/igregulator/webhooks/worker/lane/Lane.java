package io.igregulator.webhooks.worker.lane;

import io.igregulator.webhooks.id.AccountId;
import io.igregulator.webhooks.worker.delivery.AttemptReport;
import io.igregulator.webhooks.worker.delivery.Delivery;
import io.igregulator.webhooks.worker.outcome.Outcome.Parked.Reason;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/**
 * One endpoint's deliveries: a few in flight, the rest behind them in the order they came. Not thread-safe: {@link Lanes}
 * touches a lane only inside the map's per-key lock.
 *
 * <p>How many are in flight follows what the endpoint can take, never more than {@code concurrency}: half as many after a
 * 429 or a timeout, one more after rounds of success.
 */
final class Lane {
    /** Weight of the newest exchange in the running mean of their latency. */
    private static final double NEWEST = 0.2;

    /** How long an overload makes the lane careful, counted from the latest. */
    private static final Duration CAREFUL = Duration.ofMinutes(1);

    /** Successes in every place before a careful lane tries one more: a place too many costs a delivery an attempt. */
    private static final int ROUNDS = 10;

    /** How long a lane that grows is remembered with nothing to do, so that it does not begin with all places again. */
    private static final Duration GROWING = Duration.ofSeconds(10);

    private final AccountId account;
    private final int concurrency;
    private final Queue<Queued> queued = new ArrayDeque<>();
    private final List<Instant> startedAt = new ArrayList<>();
    private int limit;
    private int successes;
    private @Nullable Instant overloadedAt;
    private @Nullable Instant grownAt;
    private double meanLatencyMillis;
    // Why what is fresh is parked; null while it is not. The first reason stays: the share may be free again when the
    // row is written.
    private @Nullable Reason parking;
    private @Nullable Instant heldSince;
    private Duration held = Duration.ZERO;

    /** @param limit requests in flight to begin with, up to {@code concurrency} */
    Lane(AccountId account, int concurrency, int limit) {
        this.account = account;
        this.concurrency = concurrency;
        this.limit = limit;
    }

    /** @param since in the lane's own time */
    private record Queued(Delivery delivery, Instant since) {}

    /** Its account has no place left: what is fresh waits in PostgreSQL, from now until the backlog there is drained. */
    void parkFresh() {
        if (parking == null) {
            parking = Reason.ACCOUNT_SHARE;
        }
    }

    AccountId account() {
        return account;
    }

    /** Whether the delivery may start now; else it is queued. */
    boolean startOrQueue(Delivery delivery, Instant now) {
        // What comes fresh from Kafka must not overtake the backlog that its lane has parked, nor what is held.
        boolean mayStart = hasPlace() && !(parking != null && delivery.fresh()) && heldSince == null;
        if (mayStart) {
            startedAt.add(now);
        } else {
            queued.add(new Queued(delivery, ownTime(now)));
        }
        return mayStart;
    }

    /** The worker, not the endpoint, keeps what is queued from starting until {@link #release}; false when it did already. */
    boolean hold(Instant now) {
        boolean first = heldSince == null;
        if (first) {
            heldSince = now;
        }
        return first;
    }

    /** What may start now that nothing is held any more. */
    List<Delivery> release(Instant now) {
        if (heldSince != null) {
            held = held.plus(Duration.between(heldSince, now));
            heldSince = null;
        }
        return startable(now);
    }

    /** Whether it is not full, so that only the worker could keep a delivery from starting. */
    boolean hasPlace() {
        return inFlight() < limit;
    }

    /** Stands still while the lane is held, so that such a wait is not taken for the endpoint's. */
    private Instant ownTime(Instant now) {
        Duration current = heldSince == null ? Duration.ZERO : Duration.between(heldSince, now);
        return now.minus(held).minus(current);
    }

    /** One turn has ended: adds what may start now, the places that success has added included. */
    void next(AttemptReport report, Instant started, Instant now, List<Delivery> startable) {
        startedAt.remove(started);
        learn(report, started, now);
        addStartable(now, startable);
    }

    /**
     * Takes out what has to wait elsewhere: everything fresh, once something has waited for too long because of the
     * endpoint, and from then on until the backlog is drained.
     *
     * @param ownDelay how long the worker lately kept a thread waiting that was ready to continue
     */
    List<Parking> park(Duration after, Duration ownDelay, Instant now) {
        if (parking == null && waitsForItsEndpoint(after, ownDelay, now)) {
            parking = Reason.SLOW_ENDPOINT;
        }
        if (parking == null) {
            return List.of();
        }
        List<Parking> parked = new ArrayList<>();
        for (Iterator<Queued> all = queued.iterator(); all.hasNext(); ) {
            Queued next = all.next();
            if (next.delivery().fresh()) {
                parked.add(new Parking(next.delivery(), parking));
                all.remove();
            }
        }
        return parked;
    }

    /** Nothing of this endpoint is due in PostgreSQL any more: what queued behind the backlog may start. */
    List<Delivery> drained(Instant now) {
        parking = null;
        return startable(now);
    }

    /**
     * How many more deliveries are worth claiming: what its places can do within {@code ahead}, and for a slow endpoint no
     * more than the places that are free, since whatever is claimed takes room from others.
     *
     * @param perPlace at most for each place
     */
    Capacity room(Duration ahead, int perPlace, Instant now) {
        double latency = Math.max(1, latencyMillis(now));
        long each = Math.clamp(Math.round(ahead.toMillis() / latency), 1, perPlace);
        int free = (int) Math.max(0, limit * each - inFlight() - queued.size());
        return new Capacity(free, Duration.ofMillis(Math.round(latency)));
    }

    int inFlight() {
        return startedAt.size();
    }

    int queued() {
        return queued.size();
    }

    /** Nothing to do and nothing to remember. */
    boolean idle(Instant now) {
        return startedAt.isEmpty() && queued.isEmpty() && parking == null && !careful(now) && !growing(now);
    }

    /**
     * Whether the head of the queue has waited too long and the endpoint is the reason. A full lane alone is not a reason: a
     * worker that is itself short of time would park all it has, and then have more to do. So the wait has to be what the
     * endpoint's own latency explains.
     */
    private boolean waitsForItsEndpoint(Duration after, Duration ownDelay, Instant now) {
        @Nullable Queued head = queued.peek();
        if (head == null || Duration.between(head.since(), ownTime(now)).compareTo(after) < 0) {
            return false;
        }
        // Each exchange is measured by a thread that had to be given a processor twice: to write, and to see the
        // answer.
        double wireMillis = Math.max(0, latencyMillis(now) - 2 * ownDelay.toMillis());
        double explainedMillis = wireMillis * queued.size() / limit;
        return explainedMillis >= after.toMillis();
    }

    /** Of the exchanges that ended; or of the one that has been running for longest, if that is longer. */
    private double latencyMillis(Instant now) {
        double oldest = startedAt.stream()
                .mapToLong(started -> Duration.between(started, now).toMillis())
                .max()
                .orElse(0);
        return Math.max(oldest, meanLatencyMillis);
    }

    /** Grows with success, slowly after an overload; starts again at one when the endpoint is not to be tried. */
    private void learn(AttemptReport report, Instant started, Instant now) {
        switch (report.result()) {
            case SUCCEEDED -> grow(now);
            case OVERLOADED -> backOff(started, now);
            case NOT_TRIED -> {
                limit = 1;
                successes = 0;
            }
            case FAILED -> {}
        }
        if (report.result() != AttemptReport.Result.NOT_TRIED) {
            meanLatencyMillis += NEWEST * (report.latency().toMillis() - meanLatencyMillis);
        }
    }

    private void grow(Instant now) {
        if (limit == concurrency) {
            return;
        }
        grownAt = now;
        if (++successes >= (careful(now) ? ROUNDS * limit : 1)) {
            limit++;
            successes = 0;
        }
    }

    private boolean growing(Instant now) {
        return limit < concurrency && grownAt != null && now.isBefore(grownAt.plus(GROWING));
    }

    /** Halves once for all requests that were under way together: they met the same overload. */
    private void backOff(Instant started, Instant now) {
        if (overloadedAt == null || started.isAfter(overloadedAt)) {
            limit = Math.max(1, limit / 2);
            successes = 0;
            overloadedAt = now;
        }
    }

    private boolean careful(Instant now) {
        return overloadedAt != null && now.isBefore(overloadedAt.plus(CAREFUL));
    }

    private List<Delivery> startable(Instant now) {
        List<Delivery> startable = new ArrayList<>();
        addStartable(now, startable);
        return startable;
    }

    private void addStartable(Instant now, List<Delivery> startable) {
        Iterator<Queued> all = queued.iterator();
        while (heldSince == null && hasPlace() && all.hasNext()) {
            Delivery next = all.next().delivery();
            if (parking == null || !next.fresh()) {
                all.remove();
                startedAt.add(now);
                startable.add(next);
            }
        }
    }
}
