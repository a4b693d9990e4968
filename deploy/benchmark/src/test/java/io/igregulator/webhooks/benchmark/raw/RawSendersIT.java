package io.igregulator.webhooks.benchmark.raw;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.igregulator.webhooks.http.TlsContexts;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Both clients post the same request, so that their figures can stand beside each other. */
class RawSendersIT {
    private static final SSLContext TLS = TlsContexts.create(TlsContexts.trustedByTheJvm(), false);

    @ParameterizedTest
    @EnumSource
    void postsTheSignedBodyAsTheWorkerDoes(RawClientKind kind) throws IOException {
        var seen = new AtomicReference<List<String>>(List.of());
        try (var receiver = new Receiver(200, seen);
                var sender = sender(kind)) {
            boolean accepted = sender.prepare(request(receiver)).accepted();

            assertThat(accepted).isTrue();
            assertThat(seen.get())
                    .contains("POST", "application/json", "iGregulator-Webhooks/1", "1200")
                    .anySatisfy(value -> assertThat(value).startsWith("t=").contains(",v1="));
        }
    }

    @Test
    void countsOnly200AsAccepted() throws IOException {
        try (var receiver = new Receiver(204, new AtomicReference<>(List.of()));
                var sender = new ApachePeer(TLS)) {
            assertThat(sender.prepare(request(receiver)).accepted()).isFalse();
        }
    }

    private static RawSender sender(RawClientKind kind) {
        return switch (kind) {
            case APACHE -> new ApachePeer(TLS);
            case OWN -> new BareExchange(TLS);
        };
    }

    private static RawRequest request(Receiver receiver) {
        return new PreparedRequests(1200).to(List.of(receiver.url())).getFirst();
    }

    /** Notes method, headers and the length of the body of what came last. */
    private static final class Receiver implements AutoCloseable {
        private final HttpServer server;

        Receiver(int status, AtomicReference<List<String>> seen) throws IOException {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/", exchange -> {
                var noted = new ArrayList<String>();
                noted.add(exchange.getRequestMethod());
                exchange.getRequestHeaders().values().forEach(noted::addAll);
                noted.add(Integer.toString(exchange.getRequestBody().readAllBytes().length));
                seen.set(noted);
                exchange.sendResponseHeaders(status, -1);
                exchange.close();
            });
            server.start();
        }

        String url() {
            return "http://127.0.0.1:" + server.getAddress().getPort() + "/d/0";
        }

        @Override
        public void close() {
            server.stop(0);
        }
    }
}
