package io.igregulator.webhooks.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** Chooses a free port, or refuses a taken one before a server trips over it. */
final class LoopbackPort {

    static final String HOST = "127.0.0.1";

    private LoopbackPort() {}

    /** Returns {@code wanted} if it is free, or any free port when {@code wanted} is 0. */
    static int choose(int wanted, String forWhom) {
        try (var socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(InetAddress.ofLiteral(HOST), wanted));
            return socket.getLocalPort();
        } catch (IOException e) {
            if (wanted == 0) {
                throw new UncheckedIOException(e);
            }
            throw taken(wanted, forWhom, e);
        }
    }

    private static StartFailedException taken(int port, String forWhom, IOException cause) {
        return new StartFailedException(
                "Port " + port + " on " + HOST + ", wanted by " + forWhom + ", is taken by another process.", cause);
    }
}
