package io.igregulator.webhooks.http;

import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** An open connection of one {@link Route}. One exchange at a time uses it, and only that one reads and writes. */
final class Connection {
    private static final Logger LOG = LoggerFactory.getLogger(Connection.class);

    private final Route route;
    private final Wire wire;
    private final ReceivedBytes received;
    private boolean used;
    private long idleSinceNanos;

    Connection(Route route, Wire wire) {
        this.route = route;
        this.wire = wire;
        this.received = new ReceivedBytes(wire);
    }

    Route route() {
        return route;
    }

    /**
     * Sends a request and reads what the receiver wrote after it.
     *
     * @throws StaleConnectionException if the connection had been kept and ended before the first byte of a response
     */
    Response exchange(WebhookRequest request, RequestWriter writer, int keptBody, long maxBody) throws IOException {
        boolean reused = used;
        used = true;
        try {
            writer.write(request, received.forRequest(), wire);
            return ResponseReader.read(received, keptBody, maxBody);
        } catch (ClosedByInterruptException e) {
            throw e;
        } catch (IOException e) {
            throw reused && received.received() == 0 ? new StaleConnectionException(e) : e;
        }
    }

    /** Whether the receiver has kept silent and open since the last response. */
    boolean quiet() {
        try {
            return wire.quiet();
        } catch (IOException e) {
            LOG.trace("an idle connection is broken", e);
            return false;
        }
    }

    void idleFrom(long nanos) {
        idleSinceNanos = nanos;
    }

    boolean idleSince(long nanos) {
        return idleSinceNanos - nanos <= 0;
    }

    void close() {
        wire.close();
    }
}
