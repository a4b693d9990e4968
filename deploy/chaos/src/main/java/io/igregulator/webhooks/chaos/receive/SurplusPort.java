package io.igregulator.webhooks.chaos.receive;

import io.igregulator.webhooks.chaos.cast.Temper;
import io.igregulator.webhooks.stack.CommandFailure;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A port in front of the receiver that many endpoints share. After each answer of a {@link Temper#SURPLUS} endpoint it adds
 * a 410 that was not asked for, in the same packet, until the remedy comes. (One that comes while the account's next request is
 * on its way cannot be distinguished from its response; it stays within the account.)
 */
final class SurplusPort implements AutoCloseable {
    private static final byte[] FORGED =
            "HTTP/1.1 410 Gone\r\nContent-Length: 0\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
    private static final int BUFFER = 64 * 1024;

    private final ServerSocket server;
    private final int receiver;
    private final Remedy remedy;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();

    private SurplusPort(ServerSocket server, int receiver, Remedy remedy) {
        this.server = server;
        this.receiver = receiver;
        this.remedy = remedy;
    }

    /** @param receiver the port that answers */
    static SurplusPort open(int receiver, Remedy remedy) {
        try {
            var server = new ServerSocket(0, 0, InetAddress.getLoopbackAddress());
            var port = new SurplusPort(server, receiver, remedy);
            Thread.ofVirtual().name("surplus").start(port::accept);
            return port;
        } catch (IOException e) {
            throw new CommandFailure("No port is free.", e);
        }
    }

    int number() {
        return server.getLocalPort();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                var client = server.accept();
                open.add(client);
                Thread.ofVirtual().start(() -> relay(client));
            } catch (IOException e) {
                // Closed, or the client was gone again: the loop's condition decides.
            }
        }
    }

    private void relay(Socket client) {
        try (client;
                var upstream = new Socket(InetAddress.getLoopbackAddress(), receiver)) {
            client.setTcpNoDelay(true);
            upstream.setTcpNoDelay(true);
            var exchange = new Exchange();
            Thread.ofVirtual().start(() -> requests(client, upstream, exchange));
            answers(upstream.getInputStream(), client.getOutputStream(), exchange);
        } catch (IOException e) {
            // One of the two has closed; that ends both.
        } finally {
            open.remove(client);
        }
    }

    /** What the connection is used for now; a request is written before its answer is read. */
    private static final class Exchange {
        private volatile boolean surplus;
    }

    private static void requests(Socket client, Socket upstream, Exchange exchange) {
        try (client;
                upstream) {
            byte[] buffer = new byte[BUFFER];
            InputStream in = client.getInputStream();
            for (int read = in.read(buffer); read > 0; read = in.read(buffer)) {
                String text = new String(buffer, 0, read, StandardCharsets.ISO_8859_1);
                if (text.startsWith("POST ")) {
                    exchange.surplus = text.lines().findFirst().orElse("").contains("/" + Temper.SURPLUS.label() + "-");
                }
                upstream.getOutputStream().write(buffer, 0, read);
            }
        } catch (IOException e) {
            // As above.
        }
    }

    private void answers(InputStream in, OutputStream out, Exchange exchange) throws IOException {
        byte[] buffer = new byte[BUFFER];
        for (int read = in.read(buffer, 0, BUFFER - FORGED.length);
                read > 0;
                read = in.read(buffer, 0, BUFFER - FORGED.length)) {
            int surplus = exchange.surplus && !remedy.given() ? FORGED.length : 0;
            System.arraycopy(FORGED, 0, buffer, read, surplus);
            out.write(buffer, 0, read + surplus);
        }
    }

    @Override
    public void close() {
        try {
            server.close();
            for (var client : open) {
                client.close();
            }
        } catch (IOException e) {
            throw new CommandFailure("A port cannot be closed.", e);
        }
    }
}
