package io.igregulator.webhooks.api.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.igregulator.webhooks.api.fixture.Client;
import io.igregulator.webhooks.api.fixture.History;
import io.igregulator.webhooks.api.fixture.RunningApi;
import io.igregulator.webhooks.api.fixture.RunningApi.Customer;
import io.igregulator.webhooks.id.DeliveryId;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The history over all endpoints of an account, as the account and as the operator read it. */
class AccountHistoryIT {
    private static final String ALL = "/v1/deliveries";
    private static final String ISSUED = "license.issued";

    private final RunningApi api = RunningApi.strict();
    private final History history = new History(api.database());
    private final Client operator = api.operator();
    private final Customer customer = api.customer("enterprise");
    private final Client client = customer.client();
    private final String account = "/operator/v1/accounts/" + customer.accountId() + "/deliveries";
    private final List<String> endpoints = List.of(create(customer), create(customer), create(customer));
    private final Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);

    @Test
    void allEndpointsAreMergedNewestFirst() {
        List<String> written = IntStream.range(0, 40)
                .mapToObj(i -> history.write(
                                endpoints.get(i % 3),
                                now.minus(Duration.ofHours(5L * i)),
                                i % 4 == 0 ? "coverage.degraded" : ISSUED,
                                i % 5 == 0 ? "failed" : "success")
                        .toString())
                .toList();
        history.write(create(api.customer("enterprise")), now, ISSUED, "success");

        assertThat(new Pages(client, ALL).all("limit=7")).isEqualTo(written);
        assertThat(new Pages(operator, account).all("limit=7")).isEqualTo(written);
        assertThat(new Pages(client, ALL).all("status=failed&limit=3")).isEqualTo(every(written, i -> i % 5 == 0));
        assertThat(new Pages(client, ALL).all("error=timeout&event=" + ISSUED + "&limit=2"))
                .isEqualTo(every(written, i -> i % 5 == 0 && i % 4 != 0));
        assertThat(new Pages(client, ALL).all("webhook=" + endpoints.get(1) + "&limit=5"))
                .isEqualTo(every(written, i -> i % 3 == 1));
        assertThat(new Pages(client, ALL).all("webhook=" + endpoints.get(2) + "," + endpoints.get(0)))
                .isEqualTo(every(written, i -> i % 3 != 1));
        assertThat(new Pages(client, ALL).all("limit=6&since=" + now.minus(Duration.ofHours(50))))
                .isEqualTo(written.subList(0, 11));
    }

    private static List<String> every(List<String> written, IntPredicate which) {
        return IntStream.range(0, written.size())
                .filter(which)
                .mapToObj(written::get)
                .toList();
    }

    @Test
    void eachDeliveryReadsAsInTheListingOfItsWebhook() {
        history.write(endpoints.get(0), now, ISSUED, "retrying");
        history.write(endpoints.get(1), now.minusSeconds(1), ISSUED, "retrying");
        api.database()
                .sql("UPDATE endpoint SET active = false WHERE id = ?::uuid")
                .param(endpoints.get(1))
                .update();

        JsonNode page = client.get(ALL).is(200).json();

        assertThat(page.propertyNames()).containsExactly("deliveries", "next_cursor");
        assertThat(page.at("/deliveries/0/waiting_for").asString()).isEqualTo("attempt");
        assertThat(page.at("/deliveries/1/waiting_for").asString()).isEqualTo("active");
        for (int i = 0; i < 2; i++) {
            assertThat(page.path("deliveries").path(i))
                    .isEqualTo(client.get("/v1/webhooks/" + endpoints.get(i) + "/deliveries")
                            .is(200)
                            .json()
                            .at("/deliveries/0"));
        }
        assertThat(operator.get(account).is(200).json()).isEqualTo(page);
    }

    @Test
    void anAccountWithoutEndpointsHasNoHistory() {
        JsonNode page = api.customer("pro").client().get(ALL).is(200).json();

        assertThat(page.path("deliveries").isEmpty()).isTrue();
        assertThat(page.path("next_cursor").isNull()).isTrue();
    }

    @Test
    void whatIsNotTheAccountsIsNotFound() {
        String foreign = create(api.customer("pro"));

        for (String id : List.of(foreign, UUID.randomUUID().toString())) {
            client.get(ALL + "?webhook=" + id).isError(404, "not_found", "webhook_not_found");
            client.get(ALL + "?webhook=" + endpoints.get(0) + "," + id).isError(404, "not_found", "webhook_not_found");
            operator.get(account + "?webhook=" + id).isError(404, "not_found", "webhook_not_found");
            operator.get("/operator/v1/accounts/" + id + "/deliveries").isError(404, "not_found", "account_not_found");
        }
        client.get(ALL + "?webhook=all")
                .isError(400, "invalid_query", "invalid_input")
                .blames("webhook");
        api.anonymous().get(ALL).isError(401, "auth_required", "api_key_missing");
    }

    @Test
    void moreThanAHundredWebhooksHaveToBeNamed() {
        api.database().sql("""
                        INSERT INTO endpoint (id, account_id, url, events)
                        SELECT gen_random_uuid(), ?::uuid, 'https://example.com/', '{license.issued}'
                        FROM generate_series(1, 98)
                        """).param(customer.accountId()).update();
        DeliveryId delivery = history.write(endpoints.get(1), now, ISSUED, "success");

        client.get(ALL).isError(400, "invalid_query", "invalid_input").blames("webhook");
        client.get(ALL + "?webhook=" + names(101))
                .isError(400, "invalid_query", "invalid_input")
                .blames("webhook");
        assertThat(new Pages(client, ALL).all("webhook=" + names(99) + "," + endpoints.get(1)))
                .as("over more webhooks than a page searches at once")
                .containsExactly(delivery.toString());
    }

    private String names(int count) {
        return String.join(
                ",",
                api.database()
                        .sql(
                                "SELECT id::text FROM endpoint WHERE account_id = ?::uuid ORDER BY id = ?::uuid, id LIMIT ?")
                        .param(customer.accountId())
                        .param(endpoints.get(1))
                        .param(count)
                        .query(String.class)
                        .list());
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
