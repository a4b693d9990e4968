package io.igregulator.webhooks.api.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.igregulator.webhooks.api.fixture.RunningApi;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Documents in both forms in which they are sent. */
class OpenDocumentIT {
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final RunningApi api = RunningApi.strict();

    @AfterAll
    static void close() {
        HTTP.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/openapi.json", "/docs", "/docs/swagger-ui-bundle.js", "/docs/receivers"})
    void bothFormsAreTheSameDocument(String path) throws Exception {
        HttpResponse<byte[]> plain = get(path, "Accept-Encoding", "identity");
        HttpResponse<byte[]> compressed = get(path, "Accept-Encoding", "br, gzip;q=0.8");

        assertThat(plain.headers().firstValue("Content-Encoding")).isEmpty();
        assertThat(compressed.headers().firstValue("Content-Encoding")).hasValue("gzip");
        assertThat(compressed.body()).hasSizeLessThan(plain.body().length / 2 + 100);
        assertThat(unzipped(compressed.body())).isEqualTo(plain.body());
        assertThat(plain.headers().firstValue("Content-Length")).hasValue(Integer.toString(plain.body().length));
        for (HttpResponse<byte[]> answer : List.of(plain, compressed)) {
            assertThat(answer.headers().firstValue("Vary")).hasValue("Accept-Encoding");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip;q=0", "gzip;q=0.000", "br", "", "gzipped", "*;q=0"})
    void whoTakesNoGzipGetsNone(String accepted) throws Exception {
        assertThat(get("/openapi.json", "Accept-Encoding", accepted).headers().firstValue("Content-Encoding"))
                .isEmpty();
    }

    /** They are different bytes, which one strong tag must not stand for. */
    @Test
    void eachFormHasATagOfItsOwnAndIsSentAgainOnlyWhenItChanged() throws Exception {
        String plain = tag(get("/openapi.json", "Accept-Encoding", "identity"));
        String compressed = tag(get("/openapi.json", "Accept-Encoding", "gzip"));

        assertThat(plain).isNotEqualTo(compressed);
        assertThat(get("/openapi.json", "If-None-Match", plain).statusCode()).isEqualTo(304);
        assertThat(get("/openapi.json", "Accept-Encoding", "gzip", "If-None-Match", compressed)
                        .statusCode())
                .isEqualTo(304);
    }

    private static String tag(HttpResponse<byte[]> answer) {
        return answer.headers().firstValue("ETag").orElseThrow();
    }

    private HttpResponse<byte[]> get(String path, String... headers) throws IOException, InterruptedException {
        return HTTP.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + api.port() + path))
                        .headers(headers)
                        .build(),
                BodyHandlers.ofByteArray());
    }

    private static byte[] unzipped(byte[] bytes) throws IOException {
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            return in.readAllBytes();
        }
    }
}
