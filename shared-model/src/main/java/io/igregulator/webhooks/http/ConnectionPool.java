package io.igregulator.webhooks.http;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Who may open connections, and the idle ones. A place is the right to one open connection; it is held by an exchange or by
 * an idle connection. Of a route's idle connections the one used last is taken first, so that those that are not needed
 * grow old. No call takes longer with more connections.
 */
final class ConnectionPool {
    private final int maxOpen;
    private final int maxOpenPerRoute;
    private final long waitNanos;
    private final long idleNanos;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition placeFree = lock.newCondition();
    private final Map<Route, Places> routes = new HashMap<>();

    /** The one that has been idle for longest first. */
    private final SequencedSet<Connection> idle = new LinkedHashSet<>();

    private int open;

    /** Callers whose own route is not full. */
    private int waiting;

    private boolean closed;

    private static final class Places {
        private final Deque<Connection> idle = new ArrayDeque<>(2);
        private final Condition changed;
        private int open;
        private int waiting;

        private Places(Condition changed) {
            this.changed = changed;
        }
    }

    /** @param wait how long a place is waited for where all are taken */
    ConnectionPool(int maxOpen, int maxOpenPerRoute, Duration wait, Duration idleTimeout) {
        this.maxOpen = maxOpen;
        this.maxOpenPerRoute = maxOpenPerRoute;
        this.waitNanos = wait.toNanos();
        this.idleNanos = idleTimeout.toNanos();
    }

    /**
     * An idle connection with its place, or null for a place to open one in.
     *
     * @throws FailedExchangeException if no place became free in time
     */
    @Nullable
    Connection take(Route route) throws FailedExchangeException, InterruptedException {
        @Nullable Connection evicted = null;
        lock.lock();
        try {
            Places places = routes.computeIfAbsent(route, key -> new Places(lock.newCondition()));
            try {
                long left = waitNanos;
                while (true) {
                    @Nullable Connection free = places.idle.pollLast();
                    if (free != null) {
                        idle.remove(free);
                        return free;
                    }
                    if (closed) {
                        throw new FailedExchangeException(ExchangeError.INTERRUPTED, "the sender is closed");
                    }
                    if (places.open < maxOpenPerRoute && (open < maxOpen || !idle.isEmpty())) {
                        evicted = open < maxOpen ? null : evictOldest();
                        places.open++;
                        open++;
                        return null;
                    }
                    left = await(places, left);
                }
            } finally {
                forgetIfUnused(route, places);
            }
        } finally {
            lock.unlock();
            if (evicted != null) {
                evicted.close();
            }
        }
    }

    @SuppressWarnings("WaitNotInLoop") // The caller loops.
    private long await(Places places, long left) throws FailedExchangeException, InterruptedException {
        if (left <= 0) {
            throw new FailedExchangeException(ExchangeError.NO_FREE_CONNECTION, "all connections are in use");
        }
        boolean routeFull = places.open >= maxOpenPerRoute;
        places.waiting++;
        waiting += routeFull ? 0 : 1;
        try {
            return (routeFull ? places.changed : placeFree).awaitNanos(left);
        } finally {
            places.waiting--;
            waiting -= routeFull ? 0 : 1;
        }
    }

    /** Takes a connection back whose response allows it. */
    void keep(Connection connection, long nowNanos) {
        lock.lock();
        try {
            @Nullable Places places = routes.get(connection.route());
            if (!closed && places != null) {
                connection.idleFrom(nowNanos);
                places.idle.addLast(connection);
                idle.add(connection);
                changed(places);
                return;
            }
        } finally {
            lock.unlock();
        }
        connection.close();
        giveBack(connection.route());
    }

    /** Gives a place back whose connection was not opened, or was closed. */
    void giveBack(Route route) {
        lock.lock();
        try {
            @Nullable Places places = routes.get(route);
            if (places != null) {
                vacate(places);
                forgetIfUnused(route, places);
            }
        } finally {
            lock.unlock();
        }
    }

    /** The share of the places that exchanges hold. */
    double used() {
        lock.lock();
        try {
            return (double) (open - idle.size()) / maxOpen;
        } finally {
            lock.unlock();
        }
    }

    private void vacate(Places places) {
        places.open--;
        open--;
        changed(places);
    }

    /** A route's caller can continue, or any other's, with a place that is free or by eviction. */
    private void changed(Places places) {
        places.changed.signal();
        if (waiting > 0) {
            // All, since the one that wakes may find its own route full.
            placeFree.signalAll();
        }
    }

    private Connection evictOldest() {
        Connection oldest = idle.removeFirst();
        removeIdle(oldest);
        return oldest;
    }

    private void removeIdle(Connection connection) {
        @Nullable Places places = routes.get(connection.route());
        if (places != null) {
            // The oldest of all is the oldest of its route.
            places.idle.remove(connection);
            vacate(places);
            forgetIfUnused(connection.route(), places);
        }
    }

    private void forgetIfUnused(Route route, Places places) {
        if (places.open == 0 && places.waiting == 0) {
            routes.remove(route, places);
        }
    }

    /** Closes what has been idle for too long. */
    void closeIdle(long nowNanos) {
        close(takeOut(nowNanos - idleNanos, false));
    }

    /** Closes what is idle and lends nothing more. What is in use is closed when it comes back. */
    void close() {
        close(takeOut(0, true));
    }

    private List<Connection> takeOut(long idleSince, boolean all) {
        List<Connection> out = new ArrayList<>();
        lock.lock();
        try {
            closed |= all;
            while (!idle.isEmpty() && (all || idle.getFirst().idleSince(idleSince))) {
                out.add(evictOldest());
            }
        } finally {
            lock.unlock();
        }
        return out;
    }

    private static void close(List<Connection> connections) {
        connections.forEach(Connection::close);
    }
}
