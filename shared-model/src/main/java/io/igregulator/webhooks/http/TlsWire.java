package io.igregulator.webhooks.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A connection under TLS, whichever provider speaks it. */
final class TlsWire implements Wire {
    private static final Logger LOG = LoggerFactory.getLogger(TlsWire.class);

    private final SSLSocket tls;
    private final InputStream in;
    private final OutputStream out;
    private final PlainWire below;

    /**
     * @param tls after its handshake
     * @param below the connection that it is layered over
     */
    TlsWire(SSLSocket tls, PlainWire below) throws IOException {
        this.tls = tls;
        this.in = tls.getInputStream();
        this.out = tls.getOutputStream();
        this.below = below;
    }

    @Override
    public int read(ByteBuffer into) throws IOException {
        try {
            int read = in.read(into.array(), into.arrayOffset() + into.position(), into.remaining());
            if (read > 0) {
                into.position(into.position() + read);
            }
            return read;
        } catch (SSLException e) {
            throw ofTheConnection(e);
        }
    }

    @Override
    public void write(ByteBuffer from) throws IOException {
        try {
            out.write(from.array(), from.arrayOffset() + from.position(), from.remaining());
            from.position(from.limit());
        } catch (SSLException e) {
            throw ofTheConnection(e);
        }
    }

    /** The JDK wraps a reset, which has nothing to do with TLS. */
    private static IOException ofTheConnection(SSLException failure) {
        return failure.getCause() instanceof IOException cause && !(cause instanceof SSLException) ? cause : failure;
    }

    /**
     * Plain bytes that TLS holds back, or any record on the wire below, whatever is in it: a session ticket that comes that
     * late costs a connection, surplus data would cost a delivery.
     */
    @Override
    public boolean quiet() throws IOException {
        return in.available() == 0 && below.quiet();
    }

    /** First what is below, so that saying goodbye cannot block; then TLS, which frees what BoringSSL holds. */
    @Override
    public void close() {
        below.close();
        try {
            tls.close();
        } catch (IOException e) {
            LOG.trace("TLS could not say goodbye", e);
        }
    }
}
