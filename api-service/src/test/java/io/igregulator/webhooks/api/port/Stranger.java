package io.igregulator.webhooks.api.port;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** A connection that says as little as it can. */
final class Stranger implements AutoCloseable {
    private final Socket socket;

    Stranger(int port) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setTcpNoDelay(true);
    }

    Stranger say(String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
        return this;
    }

    /** Says one character after the other until the other side has closed, and returns how long that took. */
    Duration dripUntilClosed(Duration longest) throws IOException {
        socket.setSoTimeout(50);
        long start = System.nanoTime();
        while (!closed()) {
            Duration passed = Duration.ofNanos(System.nanoTime() - start);
            if (passed.compareTo(longest) > 0) {
                throw new AssertionError("still open after " + passed);
            }
            try {
                say("x");
            } catch (SocketException e) {
                break;
            }
        }
        return Duration.ofNanos(System.nanoTime() - start);
    }

    /** Waits for a moment. */
    boolean closed() throws IOException {
        socket.setSoTimeout(50);
        InputStream in = socket.getInputStream();
        byte[] buffer = new byte[4096];
        try {
            int read = in.read(buffer);
            while (read > 0) {
                read = in.read(buffer);
            }
            return true;
        } catch (SocketTimeoutException e) {
            return false;
        } catch (SocketException e) {
            return true;
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
