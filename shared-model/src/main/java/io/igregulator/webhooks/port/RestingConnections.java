package io.igregulator.webhooks.port;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.coyote.Processor;
import org.apache.tomcat.util.net.NioChannel;
import org.apache.tomcat.util.net.SocketWrapperBase;
import org.jspecify.annotations.Nullable;

/**
 * Which connections of a port have no request under way, and since when: those with part of a head, and those with nothing. A
 * connection that a thread works on is locked, which shows it; Tomcat leaves the processor with one whose head is not
 * complete, and takes it away from all others.
 */
final class RestingConnections {
    private final Map<SocketWrapperBase<NioChannel>, Rest> known = new HashMap<>();

    private static final Comparator<Rest> OLDEST_HEAD_FIRST = Comparator.comparing((Rest rest) -> !rest.inHead())
            .thenComparing(Rest::since, RestingConnections::earlier)
            .thenComparing(Rest::firstSeen, RestingConnections::earlier);

    /**
     * What is known of a connection.
     *
     * @param inHead whether part of a head, or of a TLS handshake, has come
     * @param since when that has been so
     * @param firstSeen since when it has rested; connections that no look has found yet differ by that
     */
    private record Rest(boolean inHead, long since, long firstSeen) {}

    private static int earlier(long one, long other) {
        return Long.signum(one - other);
    }

    synchronized void accepted(SocketWrapperBase<NioChannel> connection) {
        long now = System.nanoTime();
        known.put(connection, new Rest(false, now, now));
    }

    /** Closes those whose head takes too long. Called often, since it is what makes the times. */
    synchronized void look(Collection<SocketWrapperBase<NioChannel>> connections, Duration headTimeout) {
        long now = System.nanoTime();
        known.keySet().removeIf(SocketWrapperBase::isClosed);
        for (SocketWrapperBase<NioChannel> connection : connections) {
            whileResting(connection, () -> {
                Rest rest = rest(connection, now);
                if (rest.inHead() && now - rest.since() > headTimeout.toNanos()) {
                    connection.close();
                }
            });
        }
    }

    /** Closes connections that rest: first those with part of a head, and of these and of the others the oldest. */
    synchronized void makeRoom(Collection<SocketWrapperBase<NioChannel>> connections, int places) {
        long now = System.nanoTime();
        List<SocketWrapperBase<NioChannel>> candidates = new ArrayList<>(connections);
        candidates.forEach(connection -> whileResting(connection, () -> rest(connection, now)));
        candidates.removeIf(connection -> !known.containsKey(connection));
        candidates.sort(Comparator.comparing(known::get, OLDEST_HEAD_FIRST));
        int closed = 0;
        for (SocketWrapperBase<NioChannel> connection : candidates) {
            if (closed == places) {
                return;
            }
            closed += whileResting(connection, connection::close) ? 1 : 0;
        }
    }

    /** As it is now, and since when it has been like that. */
    private Rest rest(SocketWrapperBase<NioChannel> connection, long now) {
        boolean inHead = connection.getCurrentProcessor() != null
                || !connection.getSocket().isHandshakeComplete();
        @Nullable Rest before = known.get(connection);
        if (before != null && before.inHead() == inHead) {
            return before;
        }
        Rest rest = new Rest(inHead, now, before == null ? now : before.firstSeen());
        known.put(connection, rest);
        return rest;
    }

    /** Does it only if no thread works on the connection, and lets none begin before it is done. */
    private boolean whileResting(SocketWrapperBase<NioChannel> connection, Runnable action) {
        if (!connection.getLock().tryLock()) {
            known.remove(connection);
            return false;
        }
        try {
            boolean suspended = connection.getCurrentProcessor() instanceof Processor processor
                    && (processor.isAsync() || processor.isUpgrade());
            if (suspended || connection.isClosed()) {
                known.remove(connection);
                return false;
            }
            action.run();
            return true;
        } finally {
            connection.getLock().unlock();
        }
    }
}
