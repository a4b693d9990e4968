package io.igregulator.webhooks.port;

import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.apache.tomcat.util.net.NioChannel;
import org.apache.tomcat.util.net.NioEndpoint;
import org.apache.tomcat.util.net.SocketWrapperBase;
import org.jspecify.annotations.Nullable;

/**
 * Tomcat's sockets with two rules more. A head has a deadline as a whole, where Tomcat's own begins again with each byte. And
 * a full port closes the connection that has waited for longest instead of letting a new one wait: connections without a
 * request cost a stranger nothing, and must not keep out one that has a request.
 */
final class GuardedEndpoint extends NioEndpoint {
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(250);

    /** A flood is accepted no faster than this allows, as each connection is memory and work even if it ends at once. */
    private static final Duration BETWEEN_ROOMS = Duration.ofMillis(25);

    /** Of a full port's connections, so that not each new one needs a look at all. */
    private static final int ROOM_FRACTION = 50;

    private final RestingConnections resting = new RestingConnections();
    private @Nullable ScheduledFuture<?> looks;
    private Duration headTimeout = Duration.ofSeconds(10);

    void headTimeout(Duration timeout) {
        headTimeout = timeout;
    }

    @Override
    public void startInternal() throws Exception {
        super.startInternal();
        long between = BETWEEN_LOOKS.toNanos();
        looks = getUtilityExecutor()
                .scheduleWithFixedDelay(
                        () -> resting.look(getConnections(), headTimeout), between, between, TimeUnit.NANOSECONDS);
    }

    @Override
    public void stopInternal() {
        if (looks != null) {
            looks.cancel(false);
        }
        super.stopInternal();
    }

    @Override
    protected boolean setSocketOptions(SocketChannel socket) {
        boolean taken = super.setSocketOptions(socket);
        @Nullable SocketWrapperBase<NioChannel> connection = connections.get(socket);
        if (connection != null) {
            resting.accepted(connection);
        }
        return taken;
    }

    /** Called before each connection is accepted. */
    @Override
    protected void countUpOrAwaitConnection() throws InterruptedException {
        int most = getMaxConnections();
        if (getConnectionCount() >= most) {
            LockSupport.parkNanos(BETWEEN_ROOMS.toNanos());
            resting.makeRoom(getConnections(), Math.ceilDiv(most, ROOM_FRACTION));
        }
        super.countUpOrAwaitConnection();
    }
}
