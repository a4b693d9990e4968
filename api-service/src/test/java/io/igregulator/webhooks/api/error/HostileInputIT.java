package io.igregulator.webhooks.api.error;

import static org.assertj.core.api.Assertions.assertThat;

import io.igregulator.webhooks.api.fixture.Answer;
import io.igregulator.webhooks.api.fixture.Client;
import io.igregulator.webhooks.api.fixture.RawHttp;
import io.igregulator.webhooks.api.fixture.RunningApi;
import io.igregulator.webhooks.api.fixture.RunningApi.Customer;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is sent, the fault is never ours: values of every kind in every field, bytes and escapes that break things. */
class HostileInputIT {
    private static final List<String> VALUES = List.of(
            "null",
            "true",
            "0",
            "-1",
            "1.5",
            "1e400",
            "1E-400",
            "-0",
            "9".repeat(900),
            "9".repeat(5_000),
            "\"\"",
            "\" \"",
            "\"\\u0000\"",
            "\"a\\u0000b\"",
            "\"\\uD800\"",
            "\"\\uDC00\\uD800\"",
            "\"\\uFFFF\\uFEFF\\u202E\"",
            "\"\uD83D\uDE00\"",
            "\"" + "a".repeat(60_000) + "\"",
            "\"https://\"",
            "\"https:///x\"",
            "\"https://[::1\"",
            "\"https://[::1%25lo]/\"",
            "\"https://a:99999999999/\"",
            "\"https://\\u0000/\"",
            "\"https://xn--/\"",
            "\"https://" + "a.".repeat(900) + "\"",
            "\"https://\u00e4\u00f6\u3002com/\"",
            "\"mailto:a@b\"",
            "\"//a\"",
            "\"https://a@[0]:0/?#\"",
            "[]",
            "[null]",
            "[[]]",
            "[\"license.issued\", null]",
            "[\"\\uD800\"]",
            "[" + "\"license.issued\",".repeat(3_000) + "\"license.issued\"]",
            "{}",
            "{\"\\uD800\": 1}",
            "[".repeat(1_200) + "]".repeat(1_200));

    private final RunningApi api = RunningApi.strict();
    private final Customer customer = api.customer("business");
    private final Client client = customer.client();

    @ParameterizedTest
    @ValueSource(strings = {"url", "events", "description", "watchlist_only", "active", "nonsense"})
    void noValueInAFieldOfAnEndpointIsAFaultOfOurs(String field) {
        String path = "/v1/webhooks/"
                + client.post("/v1/webhooks", "{\"url\": \"https://93.184.216.34/\", \"events\": [\"license.issued\"]}")
                        .is(201)
                        .json()
                        .path("id")
                        .asString();
        for (String value : VALUES) {
            isNoFaultOfOurs(client.patch(path, "{\"" + field + "\": " + value + "}"), value);
            isNoFaultOfOurs(client.post("/v1/webhooks", """
                    {"url": "https://93.184.216.34/", "events": ["license.issued"], "%s": %s}""".formatted(field, value)), value);
            isNoFaultOfOurs(client.post("/v1/webhooks", "{\"" + field + "\": " + value + "}"), value);
        }
        client.get("/v1/webhooks").is(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"name", "plan", "requests_per_second", "suspended", "nonsense"})
    void noValueInAFieldOfAnAccountIsAFaultOfOurs(String field) {
        String path = "/operator/v1/accounts/" + api.customer("pro").accountId();
        for (String value : VALUES) {
            isNoFaultOfOurs(api.operator().patch(path, "{\"" + field + "\": " + value + "}"), value);
            isNoFaultOfOurs(api.operator().post("/operator/v1/accounts", """
                            {"name": "A", "plan": "pro", "%s": %s}""".formatted(field, value)), value);
        }
        api.operator().get(path).is(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"\\uD800\": 1}", "{\"\\u0000\": 1}", "{\"\\u202Eurl\": 1}", "{\"\": 1}"})
    void aNameThatCannotBeShownIsRefusedUnnamed(String body) {
        client.post("/v1/webhooks", body)
                .isError(400, "invalid_query", "invalid_input")
                .blamesNothing();
    }

    @Test
    void aNameThatGoesOnForPagesIsRefusedUnnamed() {
        Answer answer = client.post("/v1/webhooks", "{\"" + "a".repeat(40_000) + "\": 1}");

        assertThat(answer.isError(400, "invalid_query", "invalid_input")
                        .blamesNothing()
                        .body())
                .hasSizeLessThan(1_000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16", "UTF-16LE", "UTF-16BE", "UTF-32", "UTF-32LE"})
    void anEncodingOtherThanUtf8IsRefused(String charset) {
        send("{\"url\": \"https://93.184.216.34/\"}".getBytes(Charset.forName(charset)))
                .isError(400, "invalid_query", "invalid_input");
    }

    @Test
    void bytesThatAreNotUtf8AreRefused() {
        for (int[] broken : List.of(
                new int[] {0xC0, 0x80},
                new int[] {0xED, 0xA0, 0x80},
                new int[] {0xF8, 0x88, 0x80, 0x80, 0x80},
                new int[] {0xE2, 0x82},
                new int[] {0x80},
                new int[] {0xFF})) {
            byte[] body = ("{\"url\": \"" + "?".repeat(broken.length) + "\"}").getBytes(StandardCharsets.US_ASCII);
            for (int i = 0; i < broken.length; i++) {
                body["{\"url\": \"".length() + i] = (byte) broken[i];
            }
            send(body).isError(400, "invalid_query", "invalid_input").blamesNothing();
        }
    }

    @Test
    void aByteOrderMarkIsPassedOver() {
        send("\uFEFF{}".getBytes(StandardCharsets.UTF_8)).isError(400, "invalid_query", "missing_required_parameter");
        send("\uFEFF".getBytes(StandardCharsets.UTF_8)).isError(400, "invalid_query", "invalid_input");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/operator/v1/audit?limit=%zz",
                "/operator/v1/audit?limit=%",
                "/operator/v1/audit?%=1",
                "/operator/v1/audit?cursor=%C0%80",
                "/operator/v1/audit?action=%ED%A0%80",
                "/operator/v1/audit?account_id=%00"
            })
    void aQueryThatCannotBeDecodedIsRefused(String path) {
        new RawHttp(api.operatorPort())
                .send("GET " + path + " HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer " + RunningApi.OPERATOR_TOKEN
                        + "\r\n\r\n")
                .is(400);
    }

    @Test
    void tooManyParametersAreRefused() {
        Answer answer = api.operator().get("/operator/v1/audit?" + "a=1&".repeat(1_200));

        assertThat(answer.status()).isIn(400, 413);
        answer.isError(answer.status(), "invalid_query", answer.status() == 400 ? "invalid_input" : "body_too_large");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/webhooks/%00",
                "/v1/webhooks/%ff",
                "/v1/webhooks/%C0%80",
                "/v1/webhooks/%E2%80%AE",
                "/v1/webhooks/%5c..%5c",
                "/v1/webhooks/%2e%2e/x",
                "/v1/webhooks/;x",
                "/v1/webhooks/a;b=c/test"
            })
    void aPathThatNamesNothingIsNotAServerFault(String path) {
        Answer answer = new RawHttp(api.port())
                .send("POST " + path + " HTTP/1.1\r\nHost: x\r\nContent-Length: 0\r\nAuthorization: Bearer "
                        + customer.key() + "\r\n\r\n");

        isNoFaultOfOurs(answer, path);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Accept: nonsense",
                "Accept: */*;q=x",
                "Accept: text/html;;;,,",
                "Accept-Language: \u00ff",
                "Range: bytes=0-",
                "If-None-Match: \"",
                "Cookie: a=\u0080; =;;",
                "Content-Type: application/json;charset=nonsense",
                "Content-Type: /",
                "Content-Encoding: gzip",
                "X-Forwarded-For: \u00e9,,",
                "X-HTTP-Method-Override: DELETE",
                "Origin: nonsense"
            })
    void aHeaderThatIsNonsenseIsNotAServerFault(String header) {
        for (String method : List.of("GET", "POST", "OPTIONS", "BREW")) {
            Answer answer = new RawHttp(api.port())
                    .send(method + " /v1/webhooks HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\nAuthorization: Bearer "
                            + customer.key() + "\r\n" + header + "\r\n\r\n{}");

            isNoFaultOfOurs(answer, method + " " + header);
        }
    }

    @Test
    void aBrokenChunkIsRefused() {
        isNoFaultOfOurs(
                new RawHttp(api.port())
                        .send(
                                "POST /v1/webhooks HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer " + customer.key()
                                        + "\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n{}\r\n"),
                "a broken chunk");
    }

    @Test
    void aPreflightRequestGetsNoPermission() {
        for (String path : List.of("/v1/webhooks", "/v1/webhooks/7")) {
            Answer answer = client.send(
                            "OPTIONS",
                            path,
                            BodyPublishers.noBody(),
                            request -> request.header("Origin", "https://a.example")
                                    .header("Access-Control-Request-Method", "POST"))
                    .is(200);

            assertThat(answer.headers().map()).doesNotContainKey("access-control-allow-origin");
            assertThat(answer.body()).isEmpty();
        }
    }

    private Answer send(byte[] body) {
        return client.send(
                "POST",
                "/v1/webhooks",
                BodyPublishers.ofByteArray(body),
                request -> request.header("Content-Type", "application/json"));
    }

    private static void isNoFaultOfOurs(Answer answer, String sent) {
        assertThat(answer.status()).as("%.80s -> %s", sent, answer.body()).isLessThan(500);
        if (answer.status() >= 300) {
            assertThat(answer.header("Content-Type")).isEqualTo("application/json");
            assertThat(answer.json().propertyNames()).containsExactly("error", "code", "details");
        }
    }
}
