package io.igregulator.webhooks.api.ping;

import static org.assertj.core.api.Assertions.assertThat;

import com.standardwebhooks.Webhook;
import io.igregulator.webhooks.api.fixture.Client;
import io.igregulator.webhooks.api.fixture.Receiver;
import io.igregulator.webhooks.api.fixture.RunningApi;
import io.igregulator.webhooks.event.EventType;
import java.net.http.HttpHeaders;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class TypedTestIT {
    private final RunningApi api = RunningApi.development();
    private final Client client = api.customer("pro").client();
    private final Receiver receiver = new Receiver();
    private final JsonNode endpoint = create(receiver.url());
    private final String test = "/v1/webhooks/" + endpoint.path("id").asString() + "/test";

    @AfterEach
    void closeReceiver() {
        receiver.close();
    }

    @ParameterizedTest
    @EnumSource(EventType.class)
    void theExampleOfAnyTypeIsSent(EventType type) {
        client.post(test, "{\"event\": \"" + type.wireName() + "\"}").is(200);

        JsonNode sent = sent();
        JsonNode example =
                client.get("/v1/event-types/" + type.wireName()).json().path("example");
        assertThat(sent.path("event").asString()).isEqualTo(type.wireName());
        assertThat(sent.path("data")).isEqualTo(example.path("data"));
        assertThat(sent.path("event_id").asString()).matches("evt_test_[0-9A-HJKMNP-TV-Z]{26}");
        assertThat(sent.path("livemode").booleanValue()).isFalse();
        assertThat(sent.path("timestamp")).isNotEqualTo(example.path("timestamp"));
        assertThat(receiver.received().getFirst().header("X-iGregulator-Event")).isEqualTo(type.wireName());
    }

    @Test
    void dataIsMergedIntoTheExample() {
        client.post(
                        test,
                        "{\"event\": \"license.issued\", \"data\": {\"jurisdiction_code\": \"GB\", \"expiry_date\": null, \"more\": {\"a\": 1}}}")
                .is(200);

        JsonNode data = sent().path("data");
        assertThat(data.path("jurisdiction_code").asString()).isEqualTo("GB");
        assertThat(data.has("expiry_date")).isFalse();
        assertThat(data.path("more").path("a").intValue()).isEqualTo(1);
        assertThat(data.path("operator_slug").asString()).isEqualTo("northlight-gaming");
    }

    @Test
    void theAnswerHasTheRequestAsItWasSent() throws Exception {
        JsonNode request = client.post(test, "{\"event\": \"coverage.degraded\"}")
                .is(200)
                .json()
                .path("request");

        var received = receiver.received().getFirst();
        assertThat(request.path("body").asString()).isEqualTo(received.body());
        request.path("headers")
                .forEachEntry((name, value) -> assertThat(received.header(name)).isEqualTo(value.asString()));
        new Webhook(endpoint.path("secret").asString())
                .verify(request.path("body").asString(), headers(request.path("headers")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "null"})
    void withoutABodyAPingIsSent(String body) {
        client.post(test, body).is(200);

        assertThat(sent().path("event").asString()).isEqualTo("test.ping");
    }

    @Test
    void dataWithoutATypeIsMergedIntoThePing() {
        client.post(test, "{\"data\": {\"order\": 7}}").is(200);

        assertThat(sent().path("data").path("order").intValue()).isEqualTo(7);
        assertThat(sent().path("data").path("webhook_id").isString()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"event\": \"license.lost\"}",
                "{\"event\": \"test.ping\"}",
                "{\"event\": 7}",
                "{\"event\": null}",
                "{\"event\": \"license.issued\", \"data\": []}",
                "{\"event\": \"license.issued\", \"data\": null}",
                "{\"event\": \"license.issued\", \"livemode\": true}",
                "{\"event\": \"license.issued\", \"data\": {\"license_id\": null}}",
                "{\"event\": \"license.issued\", \"data\": {\"new_status\": \"lost\"}}",
                "{\"event\": \"license.issued\"",
                "[]"
            })
    void anythingElseIsRefusedAndNotSent(String body) {
        client.post(test, body).is(400);

        assertThat(receiver.received()).isEmpty();
    }

    @Test
    void aViolationNamesItsField() {
        JsonNode error = client.post(test, "{\"event\": \"license.issued\", \"data\": {\"new_status\": \"lost\"}}")
                .is(400)
                .json()
                .path("details");

        assertThat(error.path("field").asString()).isEqualTo("/data/new_status");
    }

    private JsonNode create(String url) {
        return client.post("/v1/webhooks", "{\"url\": \"" + url + "\", \"events\": [\"license.issued\"]}")
                .is(201)
                .json();
    }

    private JsonNode sent() {
        return JsonMapper.shared().readTree(receiver.received().getFirst().body());
    }

    private static HttpHeaders headers(JsonNode headers) {
        Map<String, List<String>> byName = new HashMap<>();
        headers.forEachEntry((name, value) -> byName.put(name, List.of(value.asString())));
        return HttpHeaders.of(byName, (name, value) -> true);
    }
}
