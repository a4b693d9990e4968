package io.igregulator.webhooks.api.admin;

import static org.assertj.core.api.Assertions.assertThat;

import io.igregulator.webhooks.api.fixture.Answer;
import io.igregulator.webhooks.api.fixture.Client;
import io.igregulator.webhooks.api.fixture.RunningApi;
import io.igregulator.webhooks.api.fixture.RunningApi.Customer;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** What a key is called, what it may do, and until when. */
class KeyTermsIT {
    private static final String ENDPOINT =
            "{\"url\": \"https://93.184.216.34/hook\", \"events\": [\"license.issued\"]}";

    private final RunningApi api = RunningApi.strict();
    private final Client operator = api.operator();
    private final Customer customer = api.customer("business");
    private final String keys = "/operator/v1/accounts/" + customer.accountId() + "/keys";

    @Test
    void aKeyIsListedWithWhatItWasIssuedFor() {
        issue("{\"name\": \"ci\", \"scope\": \"read\", \"expires_at\": \"2099-01-01T00:00:00+01:00\"}");

        JsonNode plain = listed(0);
        JsonNode issued = listed(1);

        assertThat(plain.path("name").isNull()).isTrue();
        assertThat(plain.path("scope").asString()).isEqualTo("write");
        assertThat(plain.path("expires_at").isNull()).isTrue();
        assertThat(issued.path("name").asString()).isEqualTo("ci");
        assertThat(issued.path("scope").asString()).isEqualTo("read");
        assertThat(issued.path("expires_at").asString()).isEqualTo("2098-12-31T23:00:00.000Z");
    }

    @Test
    void aKeyForReadingReadsAndChangesNothing() {
        String one = "/v1/webhooks/"
                + customer.client()
                        .post("/v1/webhooks", ENDPOINT)
                        .is(201)
                        .json()
                        .path("id")
                        .asString();
        Client reader = api.withKey(issue("{\"scope\": \"read\"}"));

        reader.get("/v1/webhooks").is(200);
        reader.get(one + "/deliveries").is(200);
        reader.get("/v1/watchlist/events").is(200);
        reader.send("HEAD", one, "").is(200);
        Answer refused = reader.post("/v1/webhooks", ENDPOINT).isError(403, "auth_invalid", "api_key_read_only");
        assertThat(refused.header("X-RateLimit-Remaining")).isNotEmpty();
        reader.patch(one, "{\"active\": false}").isError(403, "auth_invalid", "api_key_read_only");
        reader.post(one + "/test", "").isError(403, "auth_invalid", "api_key_read_only");
        reader.delete(one).isError(403, "auth_invalid", "api_key_read_only");
        reader.post("/v1/no/such/route", "{}").isError(403, "auth_invalid", "api_key_read_only");

        assertThat(reader.get(one).is(200).json().path("active").booleanValue()).isTrue();
    }

    @Test
    void aKeyForWritingDoesBoth() {
        Client writer = api.withKey(issue("{\"scope\": \"write\", \"expires_at\": \"2099-01-01T00:00:00Z\"}"));

        writer.post("/v1/webhooks", ENDPOINT).is(201);
        writer.get("/v1/webhooks").is(200);
    }

    @Test
    void aKeyThatHasExpiredOpensNothingAndIsNotUsed() {
        Client client = api.withKey(issue("{\"expires_at\": \"2099-01-01T00:00:00Z\"}"));
        api.database()
                .sql(
                        "UPDATE api_key SET expires_at = now() - interval '1 second' WHERE account_id = ?::uuid AND expires_at IS NOT NULL")
                .param(customer.accountId())
                .update();

        Answer refused = client.get("/v1/webhooks").isError(401, "auth_revoked", "api_key_expired");

        assertThat(refused.header("WWW-Authenticate")).isEqualTo("Bearer");
        assertThat(refused.headers().firstValue("X-RateLimit-Remaining")).isEmpty();
        assertThat(listed(1).path("last_used_at").isNull()).isTrue();
        customer.client().get("/v1/webhooks").is(200);
    }

    @Test
    void theAuditLogHasScopeAndEndAndNotTheName() {
        issue("{\"name\": \"secret-name\", \"scope\": \"read\", \"expires_at\": \"2099-01-01T00:00:00Z\"}");

        JsonNode changes = operator.get("/operator/v1/audit?action=key.issued&account_id=" + customer.accountId())
                .is(200)
                .json()
                .path("entries")
                .path(0)
                .path("changes");

        assertThat(changes.toString())
                .isEqualTo(
                        "{\"name\":{},\"scope\":{\"to\":\"read\"},\"expires_at\":{\"to\":\"2099-01-01T00:00:00Z\"}}");
    }

    @Test
    void aRepeatWithTheSameBodyIsTheSameKeyAndWithAnotherIsRefused() {
        Answer first = repeatable("{\"scope\": \"read\"}").is(201);
        Answer second = repeatable("{\"scope\": \"read\"}").is(201);

        assertThat(second.body()).isEqualTo(first.body());
        assertThat(repeatable("{\"scope\": \"write\"}").status()).isEqualTo(422);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "{'name': ' '}                                  | name",
                "{'name': null}                                 | name",
                "{'name': 7}                                    | name",
                "{'scope': 'admin'}                             | scope",
                "{'scope': 'WRITE'}                             | scope",
                "{'scope': null}                                | scope",
                "{'expires_at': 'tomorrow'}                     | expires_at",
                "{'expires_at': null}                           | expires_at",
                "{'expires_at': '2020-01-01T00:00:00Z'}         | expires_at",
                "{'expires_at': '+12026-01-01T00:00:00Z'}       | expires_at",
                "{'label': 'ci'}                                | label"
            })
    void whatIsNotAKeysTermIsRefused(String body, String field) {
        operator.post(keys, body.replace('\'', '"'))
                .isError(400, "invalid_query", "invalid_input")
                .blames(field);
    }

    private Answer repeatable(String body) {
        return operator.send(
                "POST",
                keys,
                BodyPublishers.ofString(body),
                request -> request.setHeader("Content-Type", "application/json")
                        .header("Idempotency-Key", "\"" + customer.keyId() + "\""));
    }

    private String issue(String terms) {
        return operator.post(keys, terms).is(201).json().path("api_key").asString();
    }

    private JsonNode listed(int index) {
        return operator.get(keys).is(200).json().path("keys").path(index);
    }
}
