package io.igregulator.webhooks.benchmark.receive;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;

/** HTTPS with a virtual thread per connection. */
final class TlsReceiver {
    private static final int BACKLOG = 4_096;
    private static final int BUFFER = 16 * 1024;

    private final List<SSLServerSocket> servers = new ArrayList<>();
    private final ArrivalLog log;
    private final Responses responses;
    private final boolean closing;

    TlsReceiver(int routes, boolean closing, SSLContext tls, ArrivalLog log) throws IOException {
        this.log = log;
        this.responses = new Responses(closing);
        this.closing = closing;
        for (int i = 0; i < routes; i++) {
            servers.add((SSLServerSocket)
                    tls.getServerSocketFactory().createServerSocket(0, BACKLOG, InetAddress.ofLiteral("127.0.0.1")));
        }
    }

    List<Integer> ports() {
        return servers.stream().map(SSLServerSocket::getLocalPort).toList();
    }

    void start() {
        servers.forEach(server -> Thread.ofPlatform().daemon().start(() -> accept(server)));
    }

    private void accept(SSLServerSocket server) {
        try {
            while (true) {
                Socket socket = server.accept();
                Thread.ofVirtual().start(() -> serve(socket));
            }
        } catch (IOException e) {
            throw new IllegalStateException("the receiver broke", e);
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            socket.setTcpNoDelay(true);
            exchange(socket);
        } catch (IOException e) {
            // The client is done with this connection; what it did not get it reports itself.
            return;
        }
    }

    private void exchange(Socket socket) throws IOException {
        var request = new HttpRequest();
        byte[] buffer = new byte[BUFFER];
        int filled = 0;
        while (true) {
            int read = socket.getInputStream().read(buffer, filled, buffer.length - filled);
            if (read < 0) {
                return;
            }
            filled += read;
            int length = request.read(buffer, filled);
            if (length > 0) {
                var answer = Answer.to(request, 0);
                log.add(request, answer, buffer, length);
                socket.getOutputStream().write(responses.of(answer.status()));
                if (closing) {
                    return;
                }
                System.arraycopy(buffer, length, buffer, 0, filled - length);
                filled -= length;
            } else if (filled == buffer.length) {
                buffer = Arrays.copyOf(buffer, 2 * buffer.length);
            }
        }
    }
}
