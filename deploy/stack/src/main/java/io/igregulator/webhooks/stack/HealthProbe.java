package io.igregulator.webhooks.stack;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Asks once whether something serves. */
final class HealthProbe {
    private static final String PATH = "/actuator/health/readiness";

    private final HttpClient http = HttpClient.newHttpClient();

    boolean ready(URI service) {
        var request = HttpRequest.newBuilder(service.resolve(PATH))
                .timeout(Duration.ofSeconds(5))
                .build();
        try {
            return http.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    static boolean accepts(int port) {
        try (var socket = new Socket(InetAddress.ofLiteral(Ports.HOST), port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }
}
