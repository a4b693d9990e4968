package io.igregulator.webhooks.api.admin;

import static org.assertj.core.api.Assertions.assertThat;

import io.igregulator.webhooks.api.fixture.Client;
import io.igregulator.webhooks.api.fixture.History;
import io.igregulator.webhooks.api.fixture.RunningApi;
import io.igregulator.webhooks.api.fixture.RunningApi.Customer;
import io.igregulator.webhooks.id.DeliveryId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The operator suspends an account's deliveries, with its API or without. The worker's part is in its own tests. */
class SuspendDeliveriesIT {
    private static final String SUSPEND = "{\"deliveries_suspended\": true}";
    private static final String LIFT = "{\"deliveries_suspended\": false}";

    private final RunningApi api = RunningApi.strict();
    private final Client operator = api.operator();
    private final Customer customer = api.customer("pro");
    private final Client client = customer.client();
    private final String account = "/operator/v1/accounts/" + customer.accountId();

    @Test
    void theAccountShowsWhatIsSuspendedSinceWhen() {
        JsonNode deliveries = operator.patch(account, SUSPEND).is(200).json();
        JsonNode both = operator.patch(account, "{\"suspended\": true, \"deliveries_suspended\": true}")
                .is(200)
                .json();
        JsonNode apiAlone = operator.patch(account, LIFT).is(200).json();

        assertThat(deliveries.path("deliveries_suspended").booleanValue()).isTrue();
        assertThat(deliveries.path("suspended").booleanValue()).isFalse();
        assertThat(both.path("deliveries_suspended_at")).isEqualTo(deliveries.path("deliveries_suspended_at"));
        assertThat(both.path("suspended").booleanValue()).isTrue();
        assertThat(apiAlone.path("deliveries_suspended").booleanValue()).isFalse();
        assertThat(apiAlone.path("deliveries_suspended_at").isNull()).isTrue();
        assertThat(apiAlone.path("suspended").booleanValue()).isTrue();
        assertThat(operator.get(account).is(200).json()).isEqualTo(apiAlone);
        operator.patch(account, "{\"deliveries_suspended\": null}")
                .isError(400, "invalid_query", "invalid_input")
                .blames("deliveries_suspended");
    }

    @Test
    void theCustomerSeesThatItsDeliveriesWait() {
        String endpoint = create();
        DeliveryId delivery = new History(api.database())
                .write(endpoint, Instant.now().truncatedTo(ChronoUnit.MILLIS), "license.issued", "retrying");
        operator.patch(account, SUSPEND).is(200);

        JsonNode webhook = client.get("/v1/webhooks/" + endpoint).is(200).json();
        assertThat(webhook.path("active").booleanValue()).isTrue();
        assertThat(webhook.path("inactive").isNull()).isTrue();
        assertThat(webhook.path("health").path("state").asString()).isEqualTo("suspended");
        assertThat(webhook.path("health").path("since"))
                .isEqualTo(operator.get(account).json().path("deliveries_suspended_at"));
        JsonNode waiting = delivery(endpoint, delivery);
        assertThat(waiting.path("waiting_for").asString()).isEqualTo("suspended");
        assertThat(waiting.path("next_attempt_at").isNull()).isTrue();

        operator.patch(account, LIFT).is(200);

        assertThat(delivery(endpoint, delivery).path("waiting_for").asString()).isEqualTo("attempt");
        assertThat(delivery(endpoint, delivery).path("next_attempt_at").isNull())
                .isFalse();
    }

    @Test
    void whatIsInactiveIsSoBeforeAndAfter() {
        String endpoint = create();
        client.patch("/v1/webhooks/" + endpoint, "{\"active\": false}").is(200);

        operator.patch(account, SUSPEND).is(200);
        assertThat(state(endpoint)).isEqualTo("paused");
        client.patch("/v1/webhooks/" + endpoint, "{\"active\": true}").is(200);
        assertThat(state(endpoint)).isEqualTo("suspended");
        client.patch("/v1/webhooks/" + endpoint, "{\"active\": false}").is(200);
        operator.patch(account, LIFT).is(200);

        assertThat(state(endpoint)).isEqualTo("paused");
    }

    @Test
    void anEndpointThatIsMadeInBetweenIsSuspendedToo() {
        operator.patch(account, SUSPEND).is(200);

        String endpoint = create();

        assertThat(state(endpoint)).isEqualTo("suspended");
        operator.patch(account, LIFT).is(200);
        assertThat(state(endpoint)).isEqualTo("healthy");
    }

    @Test
    void everyEndpointIsAnnouncedAndItsBacklogIsDueOnceTheSuspensionIsLifted() {
        List<String> endpoints = List.of(create(), create());
        String other = endpointOf(api.customer("pro"));
        for (String endpoint : List.of(endpoints.get(0), endpoints.get(1), other)) {
            api.database()
                    .sql("INSERT INTO endpoint_queue (endpoint_id, next_due_at) VALUES (?::uuid, 'infinity')")
                    .param(endpoint)
                    .update();
        }

        operator.patch(account, SUSPEND).is(200);
        operator.patch(account, SUSPEND).is(200);
        operator.patch(account, LIFT).is(200);

        for (String endpoint : endpoints) {
            assertThat(announced(endpoint)).as("created, suspended, lifted").isEqualTo(3);
            assertThat(due(endpoint)).isTrue();
        }
        assertThat(announced(other)).isEqualTo(1);
        assertThat(due(other)).isFalse();
        JsonNode entries = operator.get("/operator/v1/audit?action=account.updated&account_id=" + customer.accountId())
                .is(200)
                .json()
                .path("entries");
        assertThat(entries).hasSize(2);
        assertThat(entries.path(1).path("changes"))
                .isEqualTo(JsonMapper.shared().readTree("{\"deliveries_suspended\":{\"from\":false,\"to\":true}}"));
    }

    private String create() {
        return endpointOf(customer);
    }

    private static String endpointOf(Customer owner) {
        return owner.client()
                .post("/v1/webhooks", "{\"url\": \"https://93.184.216.34/hook\", \"events\": [\"license.issued\"]}")
                .is(201)
                .json()
                .path("id")
                .asString();
    }

    private String state(String endpoint) {
        return client.get("/v1/webhooks/" + endpoint)
                .is(200)
                .json()
                .path("health")
                .path("state")
                .asString();
    }

    private JsonNode delivery(String endpoint, DeliveryId delivery) {
        return client.get("/v1/webhooks/" + endpoint + "/deliveries/" + delivery)
                .is(200)
                .json();
    }

    private int announced(String endpoint) {
        return api.database()
                .sql("SELECT count(*) FROM outbox WHERE message_key = ?")
                .param(endpoint)
                .query(Integer.class)
                .single();
    }

    private boolean due(String endpoint) {
        return api.database()
                .sql("SELECT next_due_at <= now() FROM endpoint_queue WHERE endpoint_id = ?::uuid")
                .param(endpoint)
                .query(Boolean.class)
                .single();
    }
}
