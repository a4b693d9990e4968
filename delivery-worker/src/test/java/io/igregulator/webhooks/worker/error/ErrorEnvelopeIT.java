package io.igregulator.webhooks.worker.error;

import static org.assertj.core.api.Assertions.assertThat;

import io.igregulator.webhooks.embedded.Infrastructure;
import io.igregulator.webhooks.worker.fixture.RunningWorker;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.env.Environment;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the worker's port refuses has the right status and the one envelope. */
class ErrorEnvelopeIT {
    private static RunningWorker worker;

    @BeforeAll
    static void start() {
        worker = RunningWorker.start(Infrastructure.shared().freshDatabase());
    }

    @AfterAll
    static void stop() {
        worker.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/nothing", "/error", "/actuator/nothing", "/actuator/env"})
    void anUnknownRoute(String path) throws IOException {
        isEnvelope(send("GET " + path + " HTTP/1.1\r\nHost: x\r\n"), 404, "not_found", "route_not_found");
        isEnvelope(
                send("GET " + path + " HTTP/1.1\r\nHost: x\r\nAccept: text/html\r\n"),
                404,
                "not_found",
                "route_not_found");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/nothing", "/error"})
    void anUnknownRouteWhateverItsBody(String path) throws IOException {
        isEnvelope(
                send("POST " + path + " HTTP/1.1\r\nHost: x\r\nContent-Type: nonsense\r\nContent-Length: 0\r\n"),
                404,
                "not_found",
                "route_not_found");
    }

    @Test
    void aHealthComponentThatDoesNotExist() throws IOException {
        String health = "GET /actuator/health/nothing HTTP/1.1\r\nHost: x\r\n";

        isEnvelope(send(health), 404, "not_found", "route_not_found");
        isEnvelope(send(health + "Accept: text/html\r\n"), 406, "invalid_query", "not_acceptable");
    }

    @Test
    void aMethodThatTheRouteLacks() throws IOException {
        String answer = send("POST /actuator/health HTTP/1.1\r\nHost: x\r\nContent-Length: 0\r\n");

        isEnvelope(answer, 405, "invalid_query", "method_not_allowed");
        assertThat(answer).contains("\r\nAllow: GET");
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET\r\n", "GET /a|b HTTP/1.1\r\nHost: x\r\n", "GET /%zz HTTP/1.1\r\nHost: x\r\n"})
    void whatIsNotHttp(String request) throws IOException {
        isEnvelope(send(request), 400, "invalid_query", "invalid_input");
    }

    private static void isEnvelope(String answer, int status, String code, String reason) {
        assertThat(answer).startsWith("HTTP/1.1 " + status + " ").contains("\r\nContent-Type: application/json");
        JsonNode envelope = JsonMapper.shared().readTree(answer.substring(answer.indexOf("\r\n\r\n") + 4));
        assertThat(envelope.propertyNames()).containsExactly("error", "code", "details");
        assertThat(envelope.path("code").asString()).isEqualTo(code);
        assertThat(envelope.path("details").propertyNames()).containsExactly("reason");
        assertThat(envelope.path("details").path("reason").asString()).isEqualTo(reason);
    }

    /** The whole answer, as it came. */
    private static String send(String head) throws IOException {
        int port = worker.bean(Environment.class).getRequiredProperty("local.server.port", Integer.class);
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write((head + "Connection: close\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
