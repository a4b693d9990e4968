package io.igregulator.webhooks.port;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import java.io.IOException;
import java.net.SocketTimeoutException;

/** A body's stream that ends with an exception when all of it takes too long. */
final class TimedBody extends ServletInputStream {
    private final ServletInputStream body;
    private final ConnectionProperties properties;
    private final long start = System.nanoTime();
    private long received;

    TimedBody(ServletInputStream body, ConnectionProperties properties) {
        this.body = body;
        this.properties = properties;
    }

    @Override
    public int read() throws IOException {
        int read = body.read();
        return read < 0 ? read : counted(1, read);
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int read = body.read(bytes, offset, length);
        return read < 0 ? read : counted(read, read);
    }

    private int counted(int more, int result) throws SocketTimeoutException {
        received += more;
        if (System.nanoTime() - start > properties.allowedFor(received).toNanos()) {
            throw new SocketTimeoutException("the body took too long");
        }
        return result;
    }

    @Override
    public int available() throws IOException {
        return body.available();
    }

    @Override
    public boolean isFinished() {
        return body.isFinished();
    }

    @Override
    public boolean isReady() {
        return body.isReady();
    }

    @Override
    public void setReadListener(ReadListener listener) {
        body.setReadListener(listener);
    }
}
