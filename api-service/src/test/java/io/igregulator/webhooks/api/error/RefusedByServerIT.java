package io.igregulator.webhooks.api.error;

import static org.assertj.core.api.Assertions.assertThat;

import io.igregulator.webhooks.api.fixture.Answer;
import io.igregulator.webhooks.api.fixture.RawHttp;
import io.igregulator.webhooks.api.fixture.RunningApi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What Tomcat refuses before any servlet, written to a bare socket. */
class RefusedByServerIT {
    private final RunningApi api = RunningApi.strict();
    private final RawHttp http = new RawHttp(api.port());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET\r\n\r\n",
                "G@T /v1/webhooks HTTP/1.1\r\nHost: x\r\n\r\n",
                "GET /v1/web|hooks HTTP/1.1\r\nHost: x\r\n\r\n",
                "GET /v1/web{}hooks HTTP/1.1\r\nHost: x\r\n\r\n",
                "GET /v1/%zz HTTP/1.1\r\nHost: x\r\n\r\n",
                "GET /v1%2Fwebhooks HTTP/1.1\r\nHost: x\r\n\r\n",
                "GET /v1/webhooks HTTP/1.1\r\n\r\n",
                "GET /v1/webhooks HTTP/1.1\r\nHost: x\r\nHost: y\r\n\r\n",
                "GET /v1/webhooks HTTP/1.1\r\nHost: x\r\nContent-Length: abc\r\n\r\n",
                "POST /v1/webhooks HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n{}",
                "GET /../../v1 HTTP/1.1\r\nHost: x\r\n\r\n"
            })
    void malformedRequestsAreAnsweredWithTheEnvelope(String request) {
        http.send(request).isError(400, "invalid_query", "invalid_input").blamesNothing();
    }

    @ParameterizedTest
    @ValueSource(ints = {8_200, 100_000})
    void overLargeHeadersAreAnsweredWithTheEnvelope(int size) {
        http.send("GET /v1/webhooks HTTP/1.1\r\nHost: x\r\nX-Large: " + "x".repeat(size) + "\r\n\r\n")
                .isError(431, "invalid_query", "headers_too_large");
    }

    @ParameterizedTest
    @ValueSource(ints = {8_200, 100_000})
    void anOverLongRequestLineIsAnsweredWithTheEnvelope(int size) {
        http.send("GET /" + "x".repeat(size) + " HTTP/1.1\r\nHost: x\r\n\r\n")
                .isError(414, "invalid_query", "url_too_long");
        http.send("GET /v1/webhooks?" + "x".repeat(size) + " HTTP/1.1\r\nHost: x\r\n\r\n")
                .isError(414, "invalid_query", "url_too_long");
    }

    @Test
    void tooManyHeadersAreAnsweredWithTheEnvelope() {
        http.send("GET /v1/webhooks HTTP/1.1\r\nHost: x\r\n" + "X-A: 1\r\n".repeat(200) + "\r\n")
                .isError(400, "invalid_query", "invalid_input");
    }

    @Test
    void anUnknownExpectationIsAnsweredWithTheEnvelope() {
        http.send("POST /v1/webhooks HTTP/1.1\r\nHost: x\r\nExpect: the-unexpected\r\nContent-Length: 0\r\n\r\n")
                .isError(417, "invalid_query", "invalid_input");
    }

    @Test
    void anUnknownProtocolVersionIsAnsweredWithTheEnvelope() {
        http.send("GET /v1/webhooks HTTP/3.7\r\nHost: x\r\n\r\n").isError(505, "server_error", "internal_error");
    }

    @Test
    void anUnknownTransferEncodingIsAnsweredWithTheEnvelope() {
        http.send("POST /v1/webhooks HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: brotli\r\n\r\n")
                .isError(501, "server_error", "internal_error");
    }

    @Test
    void traceIsNotAllowed() {
        http.send("TRACE /v1/webhooks HTTP/1.1\r\nHost: x\r\n\r\n").isError(405, "invalid_query", "method_not_allowed");
    }

    @Test
    void traceIsRefusedWithTheMethodsThatTheRouteHas() {
        Answer answer = http.send("TRACE /v1/webhooks HTTP/1.1\r\nHost: x\r\nX-Secret: not to be repeated\r\n\r\n");

        assertThat(answer.header("Allow")).isEqualTo("GET,HEAD,POST,OPTIONS");
        assertThat(answer.body()).doesNotContain("not to be repeated");
        http.send("TRACE /v1/nothing HTTP/1.1\r\nHost: x\r\n\r\n").isError(404, "not_found", "route_not_found");
        http.send("TRACE /operator/v1/accounts HTTP/1.1\r\nHost: x\r\n\r\n")
                .isError(404, "not_found", "route_not_found");
    }

    @Test
    void nothingRevealsWhichServerItIs() {
        Answer answer = http.send("GET /nothing HTTP/1.1\r\nHost: x\r\n\r\n");

        assertThat(answer.headers().map()).doesNotContainKeys("server", "x-powered-by");
        assertThat(answer.body()).doesNotContainIgnoringCase("tomcat");
    }

    @Test
    void theOperatorsPortAnswersAlike() {
        new RawHttp(api.operatorPort()).send("GET\r\n\r\n").isError(400, "invalid_query", "invalid_input");
    }
}
