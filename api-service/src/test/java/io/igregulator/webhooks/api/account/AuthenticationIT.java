package io.igregulator.webhooks.api.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.igregulator.webhooks.api.fixture.Answer;
import io.igregulator.webhooks.api.fixture.Client;
import io.igregulator.webhooks.api.fixture.RawHttp;
import io.igregulator.webhooks.api.fixture.RunningApi;
import io.igregulator.webhooks.api.fixture.RunningApi.Customer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AuthenticationIT {
    private static final String UNKNOWN_KEY = "igk_" + "x".repeat(32);

    private final RunningApi api = RunningApi.strict();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1",
                "/v1/webhooks",
                "/v1/webhooks/7",
                "/v1/no/such/route",
                "/%76%31/webhooks",
                "/v1;a=b/webhooks",
                "//v1/webhooks",
                "/x/../v1/webhooks"
            })
    void withoutAKeyNoSpellingOfAPathGetsIn(String path) {
        Answer answer = new RawHttp(api.port()).send("GET " + path + " HTTP/1.1\r\nHost: x\r\n\r\n");

        answer.isError(401, "auth_required", "api_key_missing").blamesNothing();
        assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer");
    }

    @Test
    void theKeyIsAskedForBeforeMethodAndBodyAreLookedAt() {
        api.anonymous().delete("/v1/webhooks").isError(401, "auth_required", "api_key_missing");
        api.anonymous().post("/v1/webhooks", "{").isError(401, "auth_required", "api_key_missing");
        api.anonymous().send("OPTIONS", "/v1/webhooks", "").isError(401, "auth_required", "api_key_missing");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Basic dXNlcjpwYXNz",
                "igk_0123456789abcdefghijklmnopqrstuv",
                "Bearer",
                "Bearer ",
                "Bearer igk_short",
                "Bearer sk_0123456789abcdefghijklmnopqrstuvw",
                "Bearer igk_0123456789abcdefghijklmnopqrstu!",
                "Bearer igk_0123456789abcdefghijklmnopqrstuvw",
                "Bearer igk_0123456789abcdefghijklmnopqrstu two"
            })
    void aHeaderOfAnotherShapeIsMalformed(String header) {
        Answer answer = api.anonymous()
                .authorization(header)
                .get("/v1/webhooks")
                .isError(401, "auth_invalid", "malformed_header");

        assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer");
    }

    @Test
    void twoHeadersAreMalformed() {
        String header = "Authorization: Bearer " + UNKNOWN_KEY + "\r\n";

        new RawHttp(api.port())
                .send("GET /v1/webhooks HTTP/1.1\r\nHost: x\r\n" + header + header + "\r\n")
                .isError(401, "auth_invalid", "malformed_header");
    }

    @Test
    void anUnknownKeyIsInvalid() {
        Answer answer = api.withKey(UNKNOWN_KEY).get("/v1/webhooks").isError(401, "auth_invalid", "api_key_invalid");

        assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer");
        assertThat(answer.body()).doesNotContain(UNKNOWN_KEY);
    }

    @Test
    void theSchemeIsReadInAnyCase() {
        Customer customer = api.customer("pro");

        customer.client()
                .authorization("bearer " + customer.key())
                .get("/v1/webhooks")
                .is(200);
    }

    @Test
    void aRevokedKeyHasItsOwnReasonAndOtherKeysOfTheAccountStayValid() {
        Customer customer = api.customer("pro");
        String keys = "/operator/v1/accounts/" + customer.accountId() + "/keys";
        String second =
                api.operator().post(keys, "").is(201).json().path("api_key").asString();

        api.operator().delete(keys + "/" + customer.keyId()).is(204);

        Answer answer = customer.client().get("/v1/webhooks").isError(401, "auth_revoked", "api_key_revoked");
        assertThat(answer.json().path("details").path("suggestion").asString()).isNotBlank();
        api.withKey(second).get("/v1/webhooks").is(200);
    }

    @Test
    void aSuspendedAccountIsAskedToPayUntilItIsNoLongerSuspended() {
        Customer customer = api.customer("pro");
        Client client = customer.client();
        String account = "/operator/v1/accounts/" + customer.accountId();

        api.operator().patch(account, "{\"suspended\": true}").is(200);
        client.get("/v1/webhooks").isError(402, "payment_required", "account_suspended");
        client.get("/v1/no/such/route").isError(402, "payment_required", "account_suspended");

        api.operator().patch(account, "{\"suspended\": false}").is(200);
        client.get("/v1/webhooks").is(200);
    }

    @Test
    void ofAKeyOnlyTheHashIsStored() {
        Customer customer = api.customer("pro");
        byte[] text = customer.key().getBytes(StandardCharsets.US_ASCII);

        byte[] stored = api.database()
                .sql("SELECT sha256 FROM api_key WHERE account_id = ?::uuid")
                .param(customer.accountId())
                .query(byte[].class)
                .single();

        assertThat(stored).hasSize(32).isNotEqualTo(text);
        assertThat(customer.key()).matches("igk_[A-Za-z0-9]{32}");
    }
}
