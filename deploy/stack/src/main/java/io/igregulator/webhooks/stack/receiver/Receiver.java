package io.igregulator.webhooks.stack.receiver;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.igregulator.webhooks.stack.CommandFailure;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/** An HTTP server on loopback with one address per hook: checks requests and notifies a listener. */
public final class Receiver implements AutoCloseable {
    private static final String PATH = "/hooks/";
    private static final int REFUSED = 401;

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Hooks hooks;
    private final InstantSource clock;
    private final Consumer<ReceivedDelivery> listener;

    private Receiver(HttpServer server, Hooks hooks, InstantSource clock, Consumer<ReceivedDelivery> listener) {
        this.server = server;
        this.hooks = hooks;
        this.clock = clock;
        this.listener = listener;
    }

    public static Receiver start(int port, Hooks hooks, InstantSource clock, Consumer<ReceivedDelivery> listener) {
        // Without it the server's answer waits for the client's delayed acknowledgement.
        System.setProperty("sun.net.httpserver.nodelay", "true");
        try {
            var address = new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port);
            var receiver = new Receiver(HttpServer.create(address, 1024), hooks, clock, listener);
            receiver.serve();
            return receiver;
        } catch (IOException e) {
            throw new CommandFailure("The receiver cannot listen on port " + port + ": it is already taken.", e);
        }
    }

    private void serve() {
        server.createContext(PATH, this::handle);
        server.setExecutor(threads);
        server.start();
    }

    public URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
    }

    /** Where deliveries for {@code hook} go. */
    public URI url(String hook) {
        return url().resolve(PATH + hook);
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            if (!exchange.getRequestMethod().equals("POST")) {
                exchange.sendResponseHeaders(405, -1);
                return;
            }
            var delivery = examine(read(exchange));
            // Reported before it is answered: a caller that has the answer finds it recorded.
            listener.accept(delivery);
            exchange.sendResponseHeaders(delivery.answered(), -1);
        }
    }

    private ReceivedRequest read(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        String hook = exchange.getRequestURI().getPath().substring(PATH.length());
        return new ReceivedRequest(hook, headers(exchange), body, clock.instant());
    }

    private static Map<String, String> headers(HttpExchange exchange) {
        var headers = new HashMap<String, String>();
        for (Map.Entry<String, List<String>> header :
                exchange.getRequestHeaders().entrySet()) {
            headers.put(header.getKey().toLowerCase(Locale.ROOT), String.join(",", header.getValue()));
        }
        return headers;
    }

    private ReceivedDelivery examine(ReceivedRequest request) {
        var envelope = Envelope.read(request.body());
        var secrets = hooks.secrets(request.hook());
        var verification = Verify.request(request, envelope, secrets);
        int attempt = attempt(request);
        // An address without a secret accepts everything: a user tries the API by hand.
        int answer = verification.verified() || secrets.isEmpty()
                ? hooks.behaviour(request.hook()).status(envelope.eventId(), attempt)
                : REFUSED;
        return new ReceivedDelivery(
                request.hook(), request.receivedAt(), envelope, request.body(), attempt, verification, answer);
    }

    private static int attempt(ReceivedRequest request) {
        return request.header("X-iGregulator-Attempt")
                .filter(text -> text.matches("\\d{1,4}"))
                .map(Integer::parseInt)
                .orElse(0);
    }

    /** Stops taking requests; lets those under way finish for a moment. */
    @Override
    public void close() {
        server.stop(1);
        threads.shutdownNow();
    }
}
