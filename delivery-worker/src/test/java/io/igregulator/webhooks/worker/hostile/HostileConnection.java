package io.igregulator.webhooks.worker.hostile;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One connection of the worker's, with what a hostile receiver may do to it. */
final class HostileConnection {
    private static final Pattern CONTENT_LENGTH = Pattern.compile("content-length: (\\d+)");
    private static final Duration DRIP = Duration.ofMillis(50);

    private final Socket socket;
    private final InputStream in;
    private final AtomicLong bytesWritten = new AtomicLong();
    private final AtomicInteger requests = new AtomicInteger();
    private volatile boolean ended;

    HostileConnection(Socket socket) throws IOException {
        this.socket = socket;
        this.in = new BufferedInputStream(socket.getInputStream());
    }

    void serve(Behaviour behaviour) {
        try (socket) {
            behaviour.serve(this);
        } catch (IOException e) {
            // The worker has cut the connection off, as it should.
        } finally {
            ended = true;
        }
    }

    void readRequest() throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        while (!head.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
            head.write(readByte());
        }
        Matcher length = CONTENT_LENGTH.matcher(
                head.toString(StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT));
        in.skipNBytes(length.find() ? Integer.parseInt(length.group(1)) : 0);
        requests.incrementAndGet();
    }

    int readByte() throws IOException {
        int read = in.read();
        if (read < 0) {
            throw new EOFException();
        }
        return read;
    }

    void write(String text) throws IOException {
        write(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    void write(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
        socket.getOutputStream().flush();
        bytesWritten.addAndGet(bytes.length);
    }

    /** Writes as fast as it is taken, for ever. */
    void flood(String beginning, byte[] again) throws IOException {
        write(beginning);
        while (true) {
            write(again);
        }
    }

    /** Writes a byte now and then, for ever. */
    void drip(String beginning) throws IOException {
        write(beginning);
        while (true) {
            write("x");
            LockSupport.parkNanos(DRIP.toNanos());
        }
    }

    void writeAndWait(String text) throws IOException {
        write(text);
        awaitClose();
    }

    /** Blocks until the worker closes the connection. */
    void awaitClose() throws IOException {
        in.transferTo(OutputStream.nullOutputStream());
    }

    void halfClose() throws IOException {
        socket.shutdownOutput();
        awaitClose();
    }

    void reset() throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }

    void close() throws IOException {
        socket.close();
    }

    long bytesWritten() {
        return bytesWritten.get();
    }

    int requests() {
        return requests.get();
    }

    boolean ended() {
        return ended;
    }
}
