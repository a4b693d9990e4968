package io.igregulator.webhooks.api.admin;

import static org.assertj.core.api.Assertions.assertThat;

import io.igregulator.webhooks.api.fixture.Answer;
import io.igregulator.webhooks.api.fixture.Client;
import io.igregulator.webhooks.api.fixture.History;
import io.igregulator.webhooks.api.fixture.RunningApi;
import io.igregulator.webhooks.api.fixture.RunningApi.Customer;
import io.igregulator.webhooks.id.DeliveryId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What the operator reads of an account is what the account reads of itself. */
class AccountTreeIT {
    private static final String ACCOUNTS = "/operator/v1/accounts/";

    private final RunningApi api = RunningApi.strict();
    private final Client operator = api.operator();
    private final Customer customer = api.customer("pro");
    private final String tree = ACCOUNTS + customer.accountId();
    private final String endpoint = create(customer);

    @Test
    void endpointsAreThoseOfTheAccount() {
        create(customer);
        create(api.customer("pro"));

        assertThat(operator.get(tree + "/webhooks").is(200).body())
                .isEqualTo(customer.client().get("/v1/webhooks").is(200).body());
        Answer one = operator.get(tree + "/webhooks/" + endpoint).is(200);
        Answer owners = customer.client().get("/v1/webhooks/" + endpoint).is(200);
        assertThat(one.body()).isEqualTo(owners.body());
        assertThat(one.header("ETag")).isEqualTo(owners.header("ETag"));
    }

    @Test
    void deliveriesAreThoseOfTheEndpoint() {
        History history = new History(api.database());
        Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        DeliveryId failed = history.write(endpoint, now, "license.issued", "failed");
        history.write(endpoint, now.minusSeconds(1), "license.issued", "success");
        history.write(create(customer), now, "license.issued", "success");

        for (String query : List.of("", "?status=failed", "?limit=1", "?event=license.expired")) {
            String path = "/webhooks/" + endpoint + "/deliveries" + query;
            assertThat(operator.get(tree + path).is(200).body())
                    .isEqualTo(customer.client().get("/v1" + path).is(200).body());
        }
        String one = "/webhooks/" + endpoint + "/deliveries/" + failed;
        assertThat(operator.get(tree + one).is(200).body())
                .isEqualTo(customer.client().get("/v1" + one).is(200).body());
    }

    @Test
    void theWatchlistIsThatOfTheAccount() {
        operator.send("PUT", tree + "/watchlist/acme-bets", "").is(204);
        operator.send("PUT", tree + "/watchlist/operators", "").is(204);

        assertThat(operator.get(tree + "/watchlist").is(200).body())
                .isEqualTo(customer.client().get("/v1/watchlist").is(200).body());
        assertThat(operator.get(tree + "/watchlist/operators?limit=1&offset=1")
                        .is(200)
                        .body())
                .isEqualTo(customer.client()
                        .get("/v1/watchlist/operators?limit=1&offset=1")
                        .is(200)
                        .body());
    }

    @Test
    void whatIsNotTheAccountsIsNotFound() {
        Customer other = api.customer("pro");
        String strange = ACCOUNTS + other.accountId() + "/webhooks/" + endpoint;
        DeliveryId delivery = new History(api.database()).write(endpoint, Instant.now(), "license.issued", "failed");

        operator.get(strange).isError(404, "not_found", "webhook_not_found");
        operator.get(strange + "/deliveries").isError(404, "not_found", "webhook_not_found");
        operator.get(strange + "/deliveries/" + delivery).isError(404, "not_found", "webhook_not_found");
        operator.get(tree + "/webhooks/7").isError(404, "not_found", "webhook_not_found");
        operator.get(tree + "/webhooks/" + create(customer) + "/deliveries/" + delivery)
                .isError(404, "not_found", "delivery_not_found");
    }

    @Test
    void anAccountThatDoesNotExistHasNothing() {
        for (String id : List.of(UUID.randomUUID().toString(), "7")) {
            for (String path : List.of(
                    "/webhooks",
                    "/webhooks/" + endpoint,
                    "/webhooks/" + endpoint + "/deliveries",
                    "/watchlist",
                    "/watchlist/operators")) {
                operator.get(ACCOUNTS + id + path).isError(404, "not_found", "account_not_found");
            }
        }
    }

    private static String create(Customer customer) {
        return customer.client()
                .post("/v1/webhooks", "{\"url\": \"https://93.184.216.34/hook\", \"events\": [\"license.issued\"]}")
                .is(201)
                .json()
                .path("id")
                .asString();
    }
}
