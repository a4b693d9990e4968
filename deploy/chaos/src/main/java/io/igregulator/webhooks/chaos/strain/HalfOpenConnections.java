package io.igregulator.webhooks.chaos.strain;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** Opens thousands of connections to every port, says the beginning of a request and then nothing, or a byte now and then. */
final class HalfOpenConnections implements Attack {
    private static final Duration BETWEEN_MORE = Duration.ofMillis(10);

    private final String name;
    private final List<URI> ports;
    private final String beginning;
    private final int most;
    private final Queue<SocketChannel> open = new ConcurrentLinkedQueue<>();
    private final AtomicInteger opened = new AtomicInteger();
    private final AtomicInteger failed = new AtomicInteger();
    private @Nullable Crowd crowd;

    /** @param most of each port */
    HalfOpenConnections(String name, List<URI> ports, String beginning, int most) {
        this.name = name;
        this.ports = ports;
        this.beginning = beginning;
        this.most = most;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void begin() {
        crowd = new Crowd(ports.size(), number -> openOne(ports.get(number)));
    }

    /** As fast as possible up to the full number, then a hundred per second in place of the oldest. */
    private void openOne(URI port) {
        if (open.size() >= most * ports.size()) {
            close(open.poll());
            LockSupport.parkNanos(BETWEEN_MORE.toNanos());
        }
        try {
            SocketChannel channel = SocketChannel.open(new InetSocketAddress(port.getHost(), port.getPort()));
            open.add(channel);
            opened.incrementAndGet();
            channel.write(ByteBuffer.wrap(beginning.getBytes(StandardCharsets.ISO_8859_1)));
        } catch (IOException e) {
            failed.incrementAndGet();
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String got() {
        return opened + " connections, " + failed + " refused";
    }

    @Override
    public boolean refusedProperly() {
        return true;
    }

    @Override
    public void close() {
        if (crowd != null) {
            crowd.close();
        }
        open.forEach(HalfOpenConnections::close);
    }

    private static void close(@Nullable SocketChannel channel) {
        try {
            if (channel != null) {
                channel.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
