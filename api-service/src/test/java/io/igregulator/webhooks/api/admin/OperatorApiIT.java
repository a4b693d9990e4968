package io.igregulator.webhooks.api.admin;

import static org.assertj.core.api.Assertions.assertThat;

import io.igregulator.webhooks.api.fixture.Answer;
import io.igregulator.webhooks.api.fixture.Client;
import io.igregulator.webhooks.api.fixture.RunningApi;
import io.igregulator.webhooks.api.fixture.RunningApi.Customer;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class OperatorApiIT {
    private static final String ACCOUNTS = "/operator/v1/accounts";

    private final RunningApi api = RunningApi.strict();
    private final Client operator = api.operator();

    @Test
    void anAccountIsCreatedAndReadBack() {
        JsonNode created = operator.post(ACCOUNTS, "{\"name\": \"Acme Ltd\", \"plan\": \"pro\"}")
                .is(201)
                .json();

        assertThat(created.path("name").asString()).isEqualTo("Acme Ltd");
        assertThat(created.path("plan").asString()).isEqualTo("pro");
        assertThat(created.path("suspended").booleanValue()).isFalse();
        assertThat(operator.get(ACCOUNTS + "/" + created.path("id").asString())
                        .is(200)
                        .json())
                .isEqualTo(created);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "{'plan': 'pro'}                              | missing_required_parameter | name",
                "{'name': 'Acme'}                             | missing_required_parameter | plan",
                "{'name': ' ', 'plan': 'pro'}                 | invalid_input | name",
                "{'name': 7, 'plan': 'pro'}                   | invalid_input | name",
                "{'name': 'Acme', 'plan': 'free'}             | invalid_input | plan",
                "{'name': 'Acme', 'plan': null}               | invalid_input | plan",
                "{'name': 'Acme', 'plan': 'pro', 'id': '1'}   | invalid_input | id"
            })
    void anAccountThatIsNotValidIsRefused(String body, String reason, String field) {
        operator.post(ACCOUNTS, body.replace('\'', '"'))
                .isError(400, "invalid_query", reason)
                .blames(field);
    }

    @Test
    void onlyWhatIsMentionedChanges() {
        String path = ACCOUNTS + "/" + api.customer("pro").accountId();

        operator.patch(path, "{\"plan\": \"business\"}").is(200);
        JsonNode suspended =
                operator.patch(path, "{\"suspended\": true}").is(200).json();
        api.clock().advance(Duration.ofMinutes(5));
        JsonNode again = operator.patch(path, "{\"suspended\": true, \"name\": \"Renamed\"}")
                .is(200)
                .json();
        api.clock().reset();

        assertThat(again.path("plan").asString()).isEqualTo("business");
        assertThat(again.path("name").asString()).isEqualTo("Renamed");
        assertThat(again.path("suspended").booleanValue()).isTrue();
        assertThat(again.path("suspended_at")).isEqualTo(suspended.path("suspended_at"));
        operator.patch(path, "{\"suspended\": null}")
                .isError(400, "invalid_query", "invalid_input")
                .blames("suspended");
    }

    @Test
    void revokingIsIdempotentAndOnlyForKeysOfTheAccount() {
        Customer customer = api.customer("pro");
        Customer other = api.customer("pro");
        String keys = ACCOUNTS + "/" + customer.accountId() + "/keys/";

        operator.delete(keys + other.keyId()).isError(404, "not_found", "api_key_not_found");
        operator.delete(keys + "7").isError(404, "not_found", "api_key_not_found");
        operator.delete(keys + customer.keyId()).is(204);
        operator.delete(keys + customer.keyId()).is(204);

        other.client().get("/v1/webhooks").is(200);
        customer.client().get("/v1/webhooks").isError(401, "auth_revoked", "api_key_revoked");
    }

    @Test
    void anAccountThatDoesNotExistIsNotFound() {
        for (String id : new String[] {UUID.randomUUID().toString(), "7"}) {
            String path = ACCOUNTS + "/" + id;
            operator.get(path).isError(404, "not_found", "account_not_found");
            operator.patch(path, "{}").isError(404, "not_found", "account_not_found");
            operator.post(path + "/keys", "").isError(404, "not_found", "account_not_found");
            operator.send("PUT", path + "/watchlist/acme-bets", "").isError(404, "not_found", "account_not_found");
            operator.delete(path + "/watchlist/acme-bets").isError(404, "not_found", "account_not_found");
        }
    }

    @Test
    void theWatchlistIsSetIdempotently() {
        String account = api.customer("pro").accountId();
        String path = ACCOUNTS + "/" + account + "/watchlist/acme-bets";

        operator.send("PUT", path, "").is(204);
        operator.send("PUT", path, "").is(204);
        assertThat(watched(account)).isEqualTo(1);

        operator.delete(path).is(204);
        operator.delete(path).is(204);
        assertThat(watched(account)).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Acme", "acme_bets", "-acme", "acme--bets", "%20", "a.b"})
    void whatIsNotASlugIsRefused(String slug) {
        operator.send("PUT", ACCOUNTS + "/" + api.customer("pro").accountId() + "/watchlist/" + slug, "")
                .isError(400, "invalid_slug", "invalid_input")
                .blames("operator_slug");
    }

    @Test
    void theTokenIsAskedForBeforeAnythingElse() {
        operator.authorization(null).get(ACCOUNTS).isError(401, "auth_required", "api_key_missing");
        operator.authorization(null).get("/operator/no/such").isError(401, "auth_required", "api_key_missing");
        operator.authorization("Basic eDp5").get(ACCOUNTS).isError(401, "auth_invalid", "malformed_header");

        Answer wrong = operator.authorization("Bearer " + RunningApi.OPERATOR_TOKEN + "x")
                .post(ACCOUNTS, "{")
                .isError(401, "auth_invalid", "api_key_invalid");
        assertThat(wrong.header("WWW-Authenticate")).isEqualTo("Bearer");
    }

    @Test
    void anAccountsKeyOpensNothingHere() {
        operator.authorization("Bearer " + api.customer("pro").key())
                .get(ACCOUNTS)
                .isError(401, "auth_invalid", "api_key_invalid");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/operator/v1/accounts",
                "/operator",
                "/%6Fperator/v1/accounts",
                "/operator;a=b/v1/accounts",
                "//operator/v1/accounts",
                "/v1/../operator/v1/accounts",
                "/actuator/health",
                "/actuator/prometheus"
            })
    void thePublicPortDoesNotServeTheOperatorsPaths(String path) {
        api.anonymous()
                .authorization("Bearer " + RunningApi.OPERATOR_TOKEN)
                .post(path, "{\"name\": \"Acme\", \"plan\": \"pro\"}")
                .isError(404, "not_found", "route_not_found");
    }

    @Test
    void theOperatorsPortDoesNotServeThePublicPaths() {
        operator.authorization("Bearer " + api.customer("pro").key())
                .get("/v1/webhooks")
                .isError(404, "not_found", "route_not_found");
    }

    @Test
    void errorsHaveTheSameEnvelopeHere() {
        operator.get("/operator/no/such").isError(404, "not_found", "route_not_found");
        operator.get("/").isError(404, "not_found", "route_not_found");
        operator.delete(ACCOUNTS).isError(405, "invalid_query", "method_not_allowed");
        operator.post(ACCOUNTS, "{").isError(400, "invalid_query", "invalid_input");
        operator.post(ACCOUNTS, " ".repeat(70_000)).isError(413, "invalid_query", "body_too_large");
    }

    private long watched(String account) {
        return api.database()
                .sql("SELECT count(*) FROM watchlist_entry WHERE account_id = ?::uuid AND operator_slug = 'acme-bets'")
                .param(account)
                .query(Long.class)
                .single();
    }
}
