package io.igregulator.webhooks.http;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLServerSocket;

/** A receiver on a real loopback socket that behaves as a script says, one run of it for each connection. */
final class Receiver implements AutoCloseable {
    private static final Pattern CONTENT_LENGTH = Pattern.compile("content-length: (\\d+)");

    /** What the receiver does with one connection; the connection is closed when it ends. */
    @FunctionalInterface
    interface Script {
        void serve(Connection connection) throws IOException;
    }

    private final ServerSocket server;
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();
    private final AtomicInteger connections = new AtomicInteger();
    private final List<String> requests = new CopyOnWriteArrayList<>();

    Receiver(Script script) throws IOException {
        this(new ServerSocket(), script);
    }

    /** @param unbound decides on TLS */
    Receiver(ServerSocket unbound, Script script) throws IOException {
        this.server = unbound;
        server.bind(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 1000);
        Thread.startVirtualThread(() -> accept(script));
    }

    static Script repeating(String response) {
        return connection -> {
            while (true) {
                connection.readRequest();
                connection.write(response);
            }
        };
    }

    private void accept(Script script) {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                sockets.add(socket);
                connections.incrementAndGet();
                Thread.startVirtualThread(() -> serve(socket, script));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket socket, Script script) {
        try (socket) {
            // What a script has written is there when the next step of a test begins.
            socket.setTcpNoDelay(true);
            script.serve(new Connection(socket));
        } catch (IOException e) {
            // The sender closed the connection, which many of these tests are about.
        }
    }

    URI uri() {
        boolean tls = server instanceof SSLServerSocket;
        return URI.create((tls ? "https://" + ReceiverCertificates.HOST : "http://127.0.0.1") + ":" + port() + "/hook");
    }

    int port() {
        return server.getLocalPort();
    }

    int connections() {
        return connections.get();
    }

    /** Head and body of every request, in the order they came. */
    List<String> requests() {
        return requests;
    }

    @Override
    public void close() throws IOException {
        server.close();
        for (Socket socket : sockets) {
            socket.close();
        }
    }

    /** One connection of the sender's. */
    final class Connection {
        private final Socket socket;
        private final InputStream in;

        private Connection(Socket socket) throws IOException {
            this.socket = socket;
            this.in = new BufferedInputStream(socket.getInputStream());
        }

        String readRequest() throws IOException {
            ByteArrayOutputStream head = new ByteArrayOutputStream();
            while (!head.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
                int read = in.read();
                if (read < 0) {
                    throw new EOFException();
                }
                head.write(read);
            }
            String text = head.toString(StandardCharsets.ISO_8859_1);
            Matcher length = CONTENT_LENGTH.matcher(text.toLowerCase(Locale.ROOT));
            byte[] body = in.readNBytes(length.find() ? Integer.parseInt(length.group(1)) : 0);
            requests.add(text + new String(body, StandardCharsets.UTF_8));
            return text;
        }

        byte[] read(int bytes) throws IOException {
            return in.readNBytes(bytes);
        }

        void write(String text) throws IOException {
            write(text.getBytes(StandardCharsets.UTF_8));
        }

        void write(byte[] bytes) throws IOException {
            socket.getOutputStream().write(bytes);
            socket.getOutputStream().flush();
        }

        /** Blocks until the sender closes the connection. */
        void awaitClose() throws IOException {
            while (in.read() >= 0) {
                // Nothing is expected; it just must not return before the end.
            }
        }

        void shutdownOutput() throws IOException {
            socket.shutdownOutput();
        }

        void close() throws IOException {
            socket.close();
        }

        void reset() throws IOException {
            socket.setSoLinger(true, 0);
            socket.close();
        }
    }
}
