package io.igregulator.webhooks.worker.hostile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A receiver on a loopback socket that does to every connection what its behaviour says. */
final class HostileReceiver implements AutoCloseable {
    /** Small and fixed, so that what was written is close to what the other side took. */
    private static final int SEND_BUFFER = 64 * 1024;

    private static final String LOOPBACK = "127.0.0.1";
    private static final int BACKLOG = 100;

    private final ServerSocket server;
    private final Behaviour behaviour;
    private final List<HostileConnection> connections = new CopyOnWriteArrayList<>();

    private HostileReceiver(ServerSocket server, Behaviour behaviour) {
        this.server = server;
        this.behaviour = behaviour;
        Thread.ofPlatform().daemon().name("hostile-receiver").start(this::accept);
    }

    static HostileReceiver on(Behaviour behaviour) throws IOException {
        return at(LOOPBACK, 0, behaviour);
    }

    static HostileReceiver at(String address, int port, Behaviour behaviour) throws IOException {
        return over(new ServerSocket(), new InetSocketAddress(InetAddress.ofLiteral(address), port), behaviour);
    }

    /** @param unbound decides on TLS */
    static HostileReceiver over(ServerSocket unbound, Behaviour behaviour) throws IOException {
        return over(unbound, new InetSocketAddress(InetAddress.ofLiteral(LOOPBACK), 0), behaviour);
    }

    private static HostileReceiver over(ServerSocket unbound, InetSocketAddress address, Behaviour behaviour)
            throws IOException {
        unbound.setReuseAddress(true);
        unbound.bind(address, BACKLOG);
        return new HostileReceiver(unbound, behaviour);
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                socket.setSendBufferSize(SEND_BUFFER);
                HostileConnection connection = new HostileConnection(socket);
                connections.add(connection);
                // Not a virtual thread: the worker's own are not to wait for a flood's turn.
                Thread.ofPlatform().daemon().start(() -> connection.serve(behaviour));
            } catch (IOException e) {
                return;
            }
        }
    }

    int port() {
        return server.getLocalPort();
    }

    String url() {
        return "http://127.0.0.1:" + port() + "/hook";
    }

    String secureUrl(String host) {
        return "https://" + host + ":" + port() + "/hook";
    }

    int connections() {
        return connections.size();
    }

    int requests() {
        return connections.stream().mapToInt(HostileConnection::requests).sum();
    }

    boolean allConnectionsEnded() {
        return connections.stream().allMatch(HostileConnection::ended);
    }

    /** What got rid of most on one connection before it was cut off. */
    long mostBytesWritten() {
        return connections.stream()
                .mapToLong(HostileConnection::bytesWritten)
                .max()
                .orElse(0);
    }

    @Override
    public void close() {
        try {
            server.close();
            for (HostileConnection connection : connections) {
                connection.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
