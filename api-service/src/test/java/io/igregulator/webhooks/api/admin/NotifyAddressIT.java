package io.igregulator.webhooks.api.admin;

import static org.assertj.core.api.Assertions.assertThat;

import io.igregulator.webhooks.api.fixture.Client;
import io.igregulator.webhooks.api.fixture.RunningApi;
import io.igregulator.webhooks.api.fixture.RunningApi.Customer;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** The address of an account for notices, which the operator sets and the account sees as one of its endpoints. */
class NotifyAddressIT {
    private static final String ENDPOINT = """
            {"url": "https://93.184.216.34/hook", "events": ["license.issued"]}""";
    private static final String ADDRESS = "https://93.184.216.34/ops";

    private final RunningApi api = RunningApi.strict();
    private final Client operator = api.operator();
    private final Customer customer = api.customer("starter");
    private final Client client = customer.client();
    private final String account = "/operator/v1/accounts/" + customer.accountId();

    @Test
    void anAccountHasNoneAtFirst() {
        assertThat(operator.get(account).is(200).json().path("notify_url").isNull())
                .isTrue();
    }

    @Test
    void itsSecretIsShownWhenItIsSetAndNeverAgain() {
        JsonNode set = set(ADDRESS);

        assertThat(set.path("notify_url").asString()).isEqualTo(ADDRESS);
        assertThat(set.path("notify_secret").asString()).matches("whsec_[A-Za-z0-9]{44}");
        for (JsonNode later :
                List.of(operator.get(account).is(200).json(), set(ADDRESS), set("https://93.184.216.34/other"))) {
            assertThat(later.has("notify_secret")).isFalse();
        }
        assertThat(operator.get(account).json().path("notify_url").asString()).isEqualTo("https://93.184.216.34/other");
    }

    @Test
    void theAccountSeesItBesideTheOneEndpointOfItsPlanAndItsSecretCanBeRotated() {
        String id =
                client.post("/v1/webhooks", ENDPOINT).is(201).json().path("id").asString();
        set(ADDRESS);

        JsonNode address = address();

        assertThat(address.path("url").asString()).isEqualTo(ADDRESS);
        assertThat(address.path("active").booleanValue()).isTrue();
        assertThat(address.path("events").valueStream().map(JsonNode::asString))
                .containsExactly(
                        "webhook.endpoint_degraded", "webhook.endpoint_recovered", "webhook.endpoint_disabled");
        assertThat(client.get("/v1/webhooks/" + id).json().path("notify").booleanValue())
                .isFalse();
        client.post("/v1/webhooks", ENDPOINT).isError(403, "quota_exceeded", "webhook_quota_exceeded");
        client.delete("/v1/webhooks/" + id).is(204);
        client.post("/v1/webhooks", ENDPOINT).is(201);
        assertThat(client.post(path(address) + "/rotate_secret", "")
                        .is(200)
                        .json()
                        .path("new_secret")
                        .asString())
                .startsWith("whsec_");
    }

    @Test
    void theAccountMayMoveItAndMayNotMakeItAnythingElse() {
        set(ADDRESS);
        String path = path(address());

        client.patch(path, "{\"events\": [\"license.issued\"]}")
                .isError(400, "invalid_query", "invalid_input")
                .blames("events");
        client.patch(path, "{\"watchlist_only\": false}")
                .isError(400, "invalid_query", "invalid_input")
                .blames("watchlist_only");
        client.patch(path, "{\"url\": \"https://93.184.216.34/moved\"}").is(200);

        assertThat(operator.get(account).json().path("notify_url").asString()).isEqualTo("https://93.184.216.34/moved");
    }

    @Test
    void setToNullItIsDeletedAndTheNextOneHasAnotherSecret() {
        String first = set(ADDRESS).path("notify_secret").asString();

        JsonNode none =
                operator.patch(account, "{\"notify_url\": null}").is(200).json();

        assertThat(none.path("notify_url").isNull()).isTrue();
        assertThat(client.get("/v1/webhooks").json().path("webhooks")).isEmpty();
        operator.patch(account, "{\"notify_url\": null}").is(200);
        assertThat(set(ADDRESS).path("notify_secret").asString()).isNotBlank().isNotEqualTo(first);
    }

    @Test
    void setAgainItIsActiveAgain() {
        set(ADDRESS);
        client.patch(path(address()), "{\"active\": false}").is(200);

        set(ADDRESS);

        assertThat(address().path("active").booleanValue()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "http://93.184.216.34/ops, invalid_input",
        "https://10.1.2.3/ops, private_ip_blocked",
        "https://169.254.169.254/ops, private_ip_blocked",
        "ops, invalid_input"
    })
    void itIsVettedLikeAnEndpoint(String url, String reason) {
        operator.patch(account, "{\"name\": \"Other\", \"notify_url\": \"" + url + "\"}")
                .isError(400, "invalid_query", reason)
                .blames("notify_url");

        JsonNode unchanged = operator.get(account).json();
        assertThat(unchanged.path("notify_url").isNull()).isTrue();
        assertThat(unchanged.path("name").asString()).isNotEqualTo("Other");
    }

    @Test
    void everyChangeOfItIsAuditedAsTheOperators() {
        set(ADDRESS);
        set("https://93.184.216.34/other");
        set("https://93.184.216.34/other");
        operator.patch(account, "{\"notify_url\": null}").is(200);

        assertThat(api.database()
                        .sql("SELECT action FROM audit_entry WHERE account_id = ? AND actor = 'operator'"
                                + " AND action LIKE 'endpoint.%' ORDER BY id")
                        .param(UUID.fromString(customer.accountId()))
                        .query(String.class)
                        .list())
                .containsExactly("endpoint.created", "endpoint.updated", "endpoint.deleted");
    }

    @Test
    void anAccountThatDoesNotExistHasNone() {
        operator.patch("/operator/v1/accounts/" + UUID.randomUUID(), "{\"notify_url\": \"" + ADDRESS + "\"}")
                .isError(404, "not_found", "account_not_found");
    }

    private JsonNode set(String url) {
        return operator.patch(account, "{\"notify_url\": \"" + url + "\"}")
                .is(200)
                .json();
    }

    private JsonNode address() {
        return client.get("/v1/webhooks")
                .is(200)
                .json()
                .path("webhooks")
                .valueStream()
                .filter(webhook -> webhook.path("notify").booleanValue())
                .findFirst()
                .orElseThrow();
    }

    private static String path(JsonNode webhook) {
        return "/v1/webhooks/" + webhook.path("id").asString();
    }
}
