package io.igregulator.webhooks.http;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A connection without TLS, and what is below one with. */
final class PlainWire implements Wire {
    private static final Logger LOG = LoggerFactory.getLogger(PlainWire.class);

    private final SocketChannel channel;
    private final ByteBuffer probe = ByteBuffer.allocate(1);

    /** @param channel connected, in blocking mode */
    PlainWire(SocketChannel channel) {
        this.channel = channel;
    }

    @Override
    public int read(ByteBuffer into) throws IOException {
        return channel.read(into);
    }

    @Override
    public void write(ByteBuffer from) throws IOException {
        while (from.hasRemaining()) {
            channel.write(from);
        }
    }

    @Override
    public boolean quiet() throws IOException {
        channel.configureBlocking(false);
        int read = channel.read(probe.clear());
        channel.configureBlocking(true);
        return read == 0;
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            LOG.debug("closing a connection failed", e);
        }
    }
}
