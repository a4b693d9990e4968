package io.igregulator.webhooks.http;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** The first message of a TLS connection, RFC 8446 section 4.1.2. */
final class ClientHello {
    private static final int RECORD_HEADER = 5;
    private static final int HANDSHAKE_HEADER = 4;
    private static final int VERSION_AND_RANDOM = 2 + 32;

    private ClientHello() {}

    static List<Integer> cipherSuites(Receiver.Connection connection) throws IOException {
        int length = ByteBuffer.wrap(connection.read(RECORD_HEADER)).getShort(RECORD_HEADER - Short.BYTES);
        ByteBuffer message = ByteBuffer.wrap(connection.read(length)).position(HANDSHAKE_HEADER + VERSION_AND_RANDOM);
        int sessionId = Byte.toUnsignedInt(message.get());
        message.position(message.position() + sessionId);
        int suites = message.getShort() / Short.BYTES;
        List<Integer> offered = new ArrayList<>();
        for (int i = 0; i < suites; i++) {
            offered.add(Short.toUnsignedInt(message.getShort()));
        }
        return offered;
    }
}
