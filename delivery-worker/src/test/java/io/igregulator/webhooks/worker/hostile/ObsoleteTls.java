package io.igregulator.webhooks.worker.hostile;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;

/** Answers a ClientHello as a server does that knows TLS 1.0 only; the JDK itself no longer plays that part. */
final class ObsoleteTls implements Behaviour {
    static final int PROTOCOL_VERSION_ALERT = 70;

    private static final int ALERT = 0x15;
    private static final int RECORD_HEADER = 5;
    private static final int RANDOM = 32;
    private static final byte[] CIPHER_SUITE = {(byte) 0xC0, 0x13};

    private final AtomicInteger alert = new AtomicInteger(-1);

    @Override
    public void serve(HostileConnection connection) throws IOException {
        skipRecord(connection);
        connection.write(serverHello());
        alert.set(readAlert(connection));
    }

    /** The alert that the worker answered with, -1 while there was none. */
    int alert() {
        return alert.get();
    }

    private static void skipRecord(HostileConnection connection) throws IOException {
        int type = connection.readByte();
        int length = 0;
        for (int i = 1; i < RECORD_HEADER; i++) {
            length = ((length << 8) | connection.readByte()) & 0xFFFF;
        }
        for (int i = 0; i < length; i++) {
            connection.readByte();
        }
        if (type == ALERT) {
            throw new IOException("the client gave up before the server's turn");
        }
    }

    private static int readAlert(HostileConnection connection) throws IOException {
        int type = connection.readByte();
        for (int i = 1; i < RECORD_HEADER + 1; i++) {
            connection.readByte();
        }
        return type == ALERT ? connection.readByte() : -1;
    }

    /** RFC 2246, 7.4.1.3: version 3.1, a random, no session, one suite, no compression. */
    private static byte[] serverHello() {
        byte body = 2 + RANDOM + 1 + 2 + 1;
        byte[] hello = new byte[RECORD_HEADER + 4 + body];
        hello[0] = 0x16;
        hello[1] = 3;
        hello[2] = 1;
        hello[4] = (byte) (4 + body);
        hello[5] = 2;
        hello[8] = body;
        hello[9] = 3;
        hello[10] = 1;
        System.arraycopy(CIPHER_SUITE, 0, hello, hello.length - 3, 2);
        return hello;
    }
}
