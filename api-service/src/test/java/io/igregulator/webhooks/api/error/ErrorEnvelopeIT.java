package io.igregulator.webhooks.api.error;

import static org.assertj.core.api.Assertions.assertThat;

import io.igregulator.webhooks.api.fixture.Answer;
import io.igregulator.webhooks.api.fixture.Client;
import io.igregulator.webhooks.api.fixture.RawHttp;
import io.igregulator.webhooks.api.fixture.RunningApi;
import io.igregulator.webhooks.api.fixture.RunningApi.Customer;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Refusals of the service itself, whatever the route. */
class ErrorEnvelopeIT {
    private static final int LIMIT = 64 * 1024;

    private final RunningApi api = RunningApi.strict();
    private final Customer customer = api.customer("pro");
    private final Client client = customer.client();

    @ParameterizedTest
    @ValueSource(strings = {"/v1", "/v1/", "/v1/nothing", "/v1/webhooks/", "/v1/webhooks/a/b/c", "/v1//webhooks"})
    void unknownRoutesBehindTheDoorAreNotFound(String path) {
        client.get(path).isError(404, "not_found", "route_not_found").blamesNothing();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/v2/webhooks", "/error", "/v1x", "/favicon.ico", "/actuator/health", "/operator/v1"})
    void unknownRoutesElsewhereAreNotFoundEvenWithoutAKey(String path) {
        api.anonymous().get(path).isError(404, "not_found", "route_not_found");
        api.anonymous().post(path, "{}").isError(404, "not_found", "route_not_found");
    }

    @Test
    void aMethodThatTheRouteLacksIsRefusedWithThoseItHas() {
        Answer onAll = client.delete("/v1/webhooks").isError(405, "invalid_query", "method_not_allowed");
        assertThat(onAll.header("Allow").split(", *")).contains("GET", "POST");

        Answer onOne = client.send("PUT", "/v1/webhooks/" + UUID.randomUUID(), "{}")
                .isError(405, "invalid_query", "method_not_allowed");
        assertThat(onOne.header("Allow").split(", *")).contains("GET", "PATCH", "DELETE");

        client.get("/v1/webhooks/" + UUID.randomUUID() + "/rotate_secret")
                .isError(405, "invalid_query", "method_not_allowed");
        client.send("BREW", "/v1/webhooks", "").isError(405, "invalid_query", "method_not_allowed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/webhooks", "/v1/webhooks/1", "/v1/webhooks/1/test", "/v1/watchlist/events"})
    void everyRefusalOfAMethodNamesTheOnesThatOptionsNames(String path) {
        String options = client.send("OPTIONS", path, "").is(200).header("Allow");

        assertThat(options).endsWith("OPTIONS");
        for (String method : List.of("PUT", "BREW", "trace")) {
            Answer refused = client.send(method, path, "{}").isError(405, "invalid_query", "method_not_allowed");
            assertThat(refused.header("Allow").split(",")).as(method).containsExactlyInAnyOrder(options.split(","));
        }
    }

    @Test
    void optionsTellTheMethodsAndHeadHasNoBody() {
        assertThat(client.send("OPTIONS", "/v1/webhooks", "").is(200).header("Allow"))
                .contains("GET")
                .contains("POST");
        assertThat(client.send("HEAD", "/v1/webhooks", "").is(200).body()).isEmpty();
        assertThat(client.send("HEAD", "/v1/webhooks/" + UUID.randomUUID(), "")
                        .is(404)
                        .body())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "{",
                "nothing",
                "{'url': 1}",
                "{\"url\": \"a\"} {}",
                "{\"url\": \"a\", \"url\": \"b\"}",
                "{\"events\": [{\"a\": 1, \"a\": 2}]}",
                "{\"url\": NaN}",
                "[]",
                "null",
                "7",
                "\"text\"",
                "{\"url\": \"\\uD800",
                "{\"url\": \"a\tb\"}"
            })
    void aBodyThatIsNotOneJsonObjectIsRefused(String body) {
        client.post("/v1/webhooks", body)
                .isError(400, "invalid_query", "invalid_input")
                .blamesNothing();
    }

    @Test
    void aBodyThatIsNotUtf8IsRefused() {
        byte[] latin1 = "{\"url\": \"caf\u00e9\"}".getBytes(StandardCharsets.ISO_8859_1);

        client.send(
                        "POST",
                        "/v1/webhooks",
                        BodyPublishers.ofByteArray(latin1),
                        request -> request.header("Content-Type", "application/json"))
                .isError(400, "invalid_query", "invalid_input");
    }

    @Test
    void theBodyIsNotQuotedInTheError() {
        Answer answer = client.post("/v1/webhooks", "{\"url\": keep_private}");

        assertThat(answer.isError(400, "invalid_query", "invalid_input").body()).doesNotContain("keep_private");
    }

    @Test
    void deepNestingIsRefused() {
        client.post("/v1/webhooks", "{\"url\":" + "[".repeat(30_000) + "]".repeat(30_000) + "}")
                .isError(400, "invalid_query", "invalid_input");
    }

    @Test
    void aBodyOfTheLimitIsReadAndOneByteMoreIsNot() {
        String body = "{\"url\": \"https://93.184.216.34/\", \"events\": [\"license.issued\"]}";

        client.post("/v1/webhooks", body + " ".repeat(LIMIT - body.length())).is(201);
        client.post("/v1/webhooks", body + " ".repeat(LIMIT - body.length() + 1))
                .isError(413, "invalid_query", "body_too_large");
    }

    @Test
    void aChunkedBodyOverTheLimitIsRefused() {
        client.send(
                        "POST",
                        "/v1/webhooks",
                        BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(new byte[LIMIT * 4])),
                        request -> request.header("Content-Type", "application/json"))
                .isError(413, "invalid_query", "body_too_large");
    }

    @Test
    void anAnnouncedBodyOverTheLimitIsRefusedBeforeItIsSent() {
        new RawHttp(api.port())
                .send("POST /v1/webhooks HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer " + customer.key()
                        + "\r\nContent-Type: application/json\r\nContent-Length: 1000000000\r\n\r\n{")
                .isError(413, "invalid_query", "body_too_large");
    }

    @Test
    void anEndlessChunkedBodyIsRefusedWithoutReadingItsEnd() {
        String chunk = "8000\r\n" + " ".repeat(0x8000) + "\r\n";
        new RawHttp(api.port())
                .send("POST /v1/webhooks HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer " + customer.key()
                        + "\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n" + chunk.repeat(3))
                .isError(413, "invalid_query", "body_too_large");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/plain",
                "application/x-www-form-urlencoded",
                "multipart/form-data; boundary=x",
                "application/xml",
                "nonsense"
            })
    void otherMediaTypesAreRefused(String type) {
        client.send(
                        "POST",
                        "/v1/webhooks",
                        BodyPublishers.ofString("{}"),
                        request -> request.header("Content-Type", type))
                .isError(415, "invalid_query", "unsupported_media_type");
    }

    @Test
    void aBodyWithoutAMediaTypeIsRefused() {
        client.send("POST", "/v1/webhooks", BodyPublishers.ofString("{}"), request -> request)
                .isError(415, "invalid_query", "unsupported_media_type");
    }

    @ParameterizedTest
    @ValueSource(strings = {"*/*", "application/*", "nonsense", ""})
    void anUnknownRouteIsUnknownWhateverTheMediaTypeOfItsBody(String type) {
        client.send(
                        "POST",
                        "/v1/nothing",
                        BodyPublishers.ofString("{}"),
                        request -> request.header("Content-Type", type))
                .isError(404, "not_found", "route_not_found");
    }

    @Test
    void jsonWithACharsetIsTaken() {
        client.send(
                        "POST",
                        "/v1/webhooks",
                        BodyPublishers.ofString("{}"),
                        request -> request.header("Content-Type", "application/json; charset=utf-8"))
                .isError(400, "invalid_query", "missing_required_parameter");
    }

    @Test
    void anAnswerThatTheClientDoesNotAcceptIsRefusedBeforeAnythingHappens() {
        client.send(
                        "POST",
                        "/v1/webhooks",
                        BodyPublishers.ofString(
                                "{\"url\": \"https://93.184.216.34/\", \"events\": [\"license.issued\"]}"),
                        request -> request.header("Content-Type", "application/json")
                                .header("Accept", "text/html"))
                .isError(406, "invalid_query", "not_acceptable");

        assertThat(client.get("/v1/webhooks").json().path("webhooks")).isEmpty();
    }

    @Test
    void errorsAreJsonWhateverTheClientAccepts() {
        client.send("GET", "/v1/nothing", BodyPublishers.noBody(), request -> request.header("Accept", "text/html"))
                .isError(404, "not_found", "route_not_found");
    }

    @Test
    void aDefectOfOursRevealsNothingOfItself() {
        api.database()
                .sql("""
                        INSERT INTO endpoint (id, account_id, url, events, metadata)
                        VALUES (?, ?, 'https://x/', '{license.issued}', '["no such metadata"]')
                        """)
                .param(UUID.randomUUID())
                .param(UUID.fromString(customer.accountId()))
                .update();

        Answer answer = client.get("/v1/webhooks").isError(500, "server_error", "internal_error");

        assertThat(answer.body()).doesNotContain("Exception", "java", "no such metadata");
    }
}
