package io.igregulator.webhooks.benchmark.receive;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.Arrays;

/** One connection and what has come of its next request. */
final class PlainConnection {
    private static final int USUAL_REQUEST = 4 * 1024;

    private final SocketChannel channel;
    private final PlainReceiver receiver;
    private final HttpRequest request = new HttpRequest();
    private ByteBuffer input = ByteBuffer.allocate(USUAL_REQUEST);

    PlainConnection(SocketChannel channel, PlainReceiver receiver) {
        this.channel = channel;
        this.receiver = receiver;
    }

    /** Whether the connection stays. */
    boolean serve() throws IOException {
        int read = channel.read(input);
        if (read < 0) {
            return false;
        }
        int length = request.read(input.array(), input.position());
        while (length > 0) {
            if (!receiver.received(this, request, input.array(), length)) {
                return false;
            }
            remove(length);
            length = request.read(input.array(), input.position());
        }
        if (!input.hasRemaining()) {
            input = ByteBuffer.wrap(Arrays.copyOf(input.array(), 2 * input.capacity()))
                    .position(input.position());
        }
        return true;
    }

    private void remove(int length) {
        input.flip().position(length);
        input.compact();
    }

    /** An answer is far smaller than any socket's buffer. */
    void write(byte[] answer) throws IOException {
        channel.write(ByteBuffer.wrap(answer));
    }

    void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
