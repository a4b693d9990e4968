package io.igregulator.webhooks.api.ping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import com.stripe.exception.SignatureVerificationException;
import io.igregulator.webhooks.api.fixture.Client;
import io.igregulator.webhooks.api.fixture.Receiver;
import io.igregulator.webhooks.api.fixture.Receiver.Received;
import io.igregulator.webhooks.api.fixture.RunningApi;
import java.net.http.HttpHeaders;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class PingIT {
    private static final int TOLERANCE_SECONDS = 300;

    private final RunningApi api = RunningApi.development();
    private final Client client = api.customer("pro").client();
    private final Receiver receiver = new Receiver();
    private final JsonNode endpoint = create(receiver.url());
    private final String path = "/v1/webhooks/" + endpoint.path("id").asString();

    @AfterEach
    void closeReceiver() {
        receiver.close();
    }

    @Test
    void theReceiverGetsATestEventInTheEnvelopeOfEveryOther() {
        ping();

        Received request = receiver.received().getFirst();
        JsonNode envelope = JsonMapper.shared().readTree(request.body());
        assertThat(request.method()).isEqualTo("POST");
        assertThat(request.header("Content-Type")).isEqualTo("application/json");
        assertThat(envelope.propertyNames())
                .containsExactlyInAnyOrder("event", "event_id", "api_version", "timestamp", "livemode", "data");
        assertThat(envelope.path("event").asString()).isEqualTo("test.ping");
        assertThat(envelope.path("event_id").asString()).matches("evt_test_[0-9A-HJKMNP-TV-Z]{26}");
        assertThat(envelope.path("api_version").asString()).isEqualTo("2026-04-20");
        assertThat(envelope.path("timestamp").asString()).matches(".*T.*\\.\\d{3}Z");
        assertThat(envelope.path("livemode").isBoolean()).isTrue();
        assertThat(envelope.path("livemode").booleanValue()).isFalse();
        assertThat(envelope.path("data").isObject()).isTrue();
        assertThat(request.header("X-iGregulator-Event")).isEqualTo("test.ping");
        assertThat(request.header("X-iGregulator-Event-Id"))
                .isEqualTo(envelope.path("event_id").asString());
        assertThat(request.header("X-iGregulator-Attempt")).isEqualTo("1");
        assertThat(UUID.fromString(request.header("X-iGregulator-Delivery-Id"))).isNotNull();
    }

    @Test
    void anAnswerOfSuccessIsADelivery() {
        receiver.answer(202, "thank you");

        JsonNode result = ping();

        assertThat(result.propertyNames())
                .containsExactlyInAnyOrder(
                        "delivered", "http_status", "response_body", "latency_ms", "error", "request");
        assertThat(result.path("delivered").booleanValue()).isTrue();
        assertThat(result.path("http_status").intValue()).isEqualTo(202);
        assertThat(result.path("response_body").asString()).isEqualTo("thank you");
        assertThat(result.path("latency_ms").isIntegralNumber()).isTrue();
        assertThat(result.path("error").isNull()).isTrue();
    }

    @Test
    void anyOtherAnswerIsNoneAndRedirectsAreNotFollowed() {
        for (int status : new int[] {302, 404, 410, 500}) {
            receiver.answer(status, "no");

            JsonNode result = ping();

            assertThat(result.path("delivered").booleanValue()).isFalse();
            assertThat(result.path("http_status").intValue()).isEqualTo(status);
            assertThat(result.path("error").isNull()).isTrue();
        }
        assertThat(receiver.received()).hasSize(4);
    }

    @Test
    void aLongAnswerIsTruncated() {
        receiver.answer(200, "x".repeat(10_000));

        assertThat(ping().path("response_body").asString())
                .hasSizeLessThanOrEqualTo(4096)
                .startsWith("xxx");
    }

    @Test
    void noAnswerIsReportedWithItsReason() {
        receiver.close();

        JsonNode result = ping();

        assertThat(result.path("delivered").booleanValue()).isFalse();
        assertThat(result.path("http_status").isNull()).isTrue();
        assertThat(result.path("response_body").isNull()).isTrue();
        assertThat(result.path("error").asString()).isEqualTo("connect_refused");
    }

    @Test
    void anAddressThatIsNoLongerPermittedIsNotDialled() {
        api.database()
                .sql("UPDATE endpoint SET url = 'http://10.0.0.1/hook' WHERE id = ?::uuid")
                .param(endpoint.path("id").asString())
                .update();

        assertThat(ping().path("error").asString()).isEqualTo("private_ip_blocked");
    }

    @Test
    void anInactiveEndpointIsPingedToo() {
        client.patch(path, "{\"active\": false}").is(200);

        assertThat(ping().path("delivered").booleanValue()).isTrue();
    }

    @Test
    void aDeliveredTestReactivatesAnEndpointThatWasDisabledAsFailing() {
        disabled("failing");
        receiver.answer(500, "no");
        ping();
        assertThat(active()).isFalse();

        receiver.answer(200, "yes");
        ping();

        assertThat(active()).isTrue();
        assertThat(client.get(path).is(200).json().path("inactive").isNull()).isTrue();
        assertThat(api.database()
                        .sql("SELECT count(*) FROM audit_entry WHERE target = ? AND action = 'endpoint.updated'"
                                + " AND changes -> 'active' ->> 'to' = 'true'")
                        .param(endpoint.path("id").asString())
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"owner", "gone"})
    void aDeliveredTestLeavesAnyOtherEndpointInactive(String reason) {
        disabled(reason);

        ping();

        assertThat(active()).isFalse();
    }

    @Test
    void duringAnOverlapStockLibrariesVerifyWithEitherSecret() throws Exception {
        String old = endpoint.path("secret").asString();
        String rotated = client.post(path + "/rotate_secret", "")
                .json()
                .path("new_secret")
                .asString();

        ping();

        Received request = receiver.received().getFirst();
        for (String secret : new String[] {old, rotated}) {
            verifyAsStripe(request, secret);
            verifyAsStandardWebhooks(request, secret);
        }
        assertRefused(request, "whsec_" + "x".repeat(44));
    }

    @Test
    void afterTheOverlapOnlyTheNewSecretVerifies() throws Exception {
        String old = endpoint.path("secret").asString();
        String rotated = client.post(path + "/rotate_secret", "")
                .json()
                .path("new_secret")
                .asString();
        api.database()
                .sql("UPDATE endpoint_secret SET expires_at = now() - interval '1 second'"
                        + " WHERE endpoint_id = ?::uuid AND expires_at IS NOT NULL")
                .param(endpoint.path("id").asString())
                .update();

        ping();

        Received request = receiver.received().getFirst();
        verifyAsStripe(request, rotated);
        verifyAsStandardWebhooks(request, rotated);
        assertRefused(request, old);
    }

    @Test
    void nothingIsLeftBehind() {
        long before = rows();

        ping();

        assertThat(rows()).isEqualTo(before);
    }

    private void disabled(String reason) {
        api.database()
                .sql(
                        "UPDATE endpoint SET active = false, inactive_reason = ?, inactive_since = now() WHERE id = ?::uuid")
                .param(reason)
                .param(endpoint.path("id").asString())
                .update();
    }

    private boolean active() {
        return client.get(path).is(200).json().path("active").booleanValue();
    }

    private JsonNode create(String url) {
        return client.post("/v1/webhooks", "{\"url\": \"" + url + "\", \"events\": [\"license.issued\"]}")
                .is(201)
                .json();
    }

    private JsonNode ping() {
        return client.post(path + "/test", "").is(200).json();
    }

    private long rows() {
        return api.database()
                .sql("SELECT (SELECT count(*) FROM event) + (SELECT count(*) FROM delivery)"
                        + " + (SELECT count(*) FROM attempt) + (SELECT count(*) FROM waiting_delivery)"
                        + " + (SELECT count(*) FROM outbox) + (SELECT count(*) FROM endpoint_activity)")
                .query(Long.class)
                .single();
    }

    private static void verifyAsStripe(Received request, String secret) throws SignatureVerificationException {
        assertThat(com.stripe.net.Webhook.Signature.verifyHeader(
                        request.body(), request.header("X-iGregulator-Signature"), secret, TOLERANCE_SECONDS))
                .isTrue();
    }

    private static void verifyAsStandardWebhooks(Received request, String secret) throws Exception {
        new Webhook(secret).verify(request.body(), headers(request));
    }

    private static void assertRefused(Received request, String secret) {
        assertThatThrownBy(() -> verifyAsStripe(request, secret)).isInstanceOf(SignatureVerificationException.class);
        assertThatThrownBy(() -> verifyAsStandardWebhooks(request, secret))
                .isInstanceOf(WebhookVerificationException.class);
    }

    private static HttpHeaders headers(Received request) {
        return HttpHeaders.of(request.headers(), (name, value) -> true);
    }
}
