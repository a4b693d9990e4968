package io.igregulator.webhooks.api.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.igregulator.webhooks.api.fixture.RawHttp;
import io.igregulator.webhooks.api.fixture.RunningApi;
import io.igregulator.webhooks.api.fixture.ServerCertificate;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** What is set for the public port holds on the operator's. */
@ExtendWith(OutputCaptureExtension.class)
class AdminPortIT {
    @TempDir
    private Path folder;

    @Test
    void speaksTlsWhereThePublicPortDoes() throws Exception {
        ServerCertificate certificate = new ServerCertificate(folder);
        try (RunningApi api = RunningApi.with(certificate.settings());
                HttpClient client = HttpClient.newBuilder()
                        .sslContext(certificate.trusting())
                        .build()) {
            assertThat(get(client, "https", api.port(), "/openapi.json").statusCode())
                    .isEqualTo(200);
            assertThat(get(client, "https", api.operatorPort(), "/operator/v1/circuits")
                            .statusCode())
                    .isEqualTo(200);
            assertThat(get(client, "http", api.operatorPort(), "/operator/v1/circuits")
                            .statusCode())
                    .isEqualTo(400);
        }
    }

    @Test
    void staysPlainOnLoopbackWhereThatIsWanted() throws Exception {
        ServerCertificate certificate = new ServerCertificate(folder);
        Map<String, String> settings = certificate.settings();
        settings.put("webhooks.operator.tls", "false");
        try (RunningApi api = RunningApi.with(settings);
                HttpClient client = HttpClient.newBuilder()
                        .sslContext(certificate.trusting())
                        .build()) {
            assertThat(get(client, "https", api.port(), "/openapi.json").statusCode())
                    .isEqualTo(200);
            assertThat(get(client, "http", api.operatorPort(), "/operator/v1/circuits")
                            .statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void aPlainPortBeyondLoopbackBesideAnEncryptedOneKeepsTheServiceFromStarting(CapturedOutput output) {
        Map<String, String> settings = new ServerCertificate(folder).settings();
        settings.put("webhooks.operator.tls", "false");
        settings.put("webhooks.operator.address", "0.0.0.0");

        assertThatThrownBy(() -> RunningApi.with(settings).close()).isInstanceOf(RuntimeException.class);

        assertThat(output)
                .contains("APPLICATION FAILED TO START")
                .contains("webhooks.operator.tls")
                .contains("webhooks.operator.address is not a loopback address");
    }

    /** One that shows in an answer, of all that are applied to a connector. */
    @Test
    void hasTheServersLimits() {
        try (RunningApi api = RunningApi.with(
                Map.of("server.tomcat.max-keep-alive-requests", "1", "server.max-http-request-header-size", "2KB"))) {
            for (int port : new int[] {api.port(), api.operatorPort()}) {
                RawHttp raw = new RawHttp(port);
                assertThat(raw.send("GET /openapi.json HTTP/1.1\r\nHost: a\r\n\r\n")
                                .header("Connection"))
                        .isEqualToIgnoringCase("close");
                raw.send("GET / HTTP/1.1\r\nHost: a\r\nX-Long: " + "a".repeat(3000) + "\r\n\r\n")
                        .is(431);
            }
        }
    }

    private static HttpResponse<String> get(HttpClient client, String scheme, int port, String path)
            throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(scheme + "://127.0.0.1:" + port + path))
                .header("Authorization", "Bearer " + RunningApi.OPERATOR_TOKEN)
                .build();
        return client.send(request, BodyHandlers.ofString());
    }
}
