package io.igregulator.webhooks.chaos.strain;

import io.igregulator.webhooks.stack.CommandFailure;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** A subscriber that takes every connection, reads what comes and never answers. */
final class SilentReceiver implements AutoCloseable {
    /** Thousands connect at one time. */
    private static final int BACKLOG = 4_096;

    private final ServerSocket server;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final AtomicLong taken = new AtomicLong();

    private SilentReceiver(ServerSocket server) {
        this.server = server;
    }

    static SilentReceiver open() {
        try {
            var receiver = new SilentReceiver(new ServerSocket(0, BACKLOG, InetAddress.ofLiteral("127.0.0.1")));
            Thread.ofVirtual().name("silent").start(receiver::accept);
            return receiver;
        } catch (IOException e) {
            throw new CommandFailure("No port is free.", e);
        }
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + server.getLocalPort() + "/");
    }

    /** Connections so far. */
    long taken() {
        return taken.get();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket caller = server.accept();
                open.add(caller);
                taken.incrementAndGet();
                Thread.ofVirtual().start(() -> listen(caller));
            } catch (IOException e) {
                // Closed, or the caller was gone again: the loop's condition says which.
            }
        }
    }

    /** Until the caller gives up. */
    private void listen(Socket caller) {
        try (caller) {
            caller.getInputStream().transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            // The caller has gone.
        } finally {
            open.remove(caller);
        }
    }

    @Override
    public void close() {
        try {
            server.close();
            for (Socket caller : open) {
                caller.close();
            }
        } catch (IOException e) {
            throw new CommandFailure("A port cannot be closed.", e);
        }
    }
}
