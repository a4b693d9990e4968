package io.igregulator.webhooks.api.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import io.igregulator.webhooks.api.fixture.Answer;
import io.igregulator.webhooks.api.fixture.Client;
import io.igregulator.webhooks.api.fixture.RunningApi;
import io.igregulator.webhooks.api.fixture.RunningApi.Customer;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The operator stops a customer's endpoint, and starts it again. */
class StopEndpointIT {
    private static final String STOP = "{\"active\": false, \"reason\": \"It floods a third party.\"}";
    private static final String START = "{\"active\": true}";

    private final RunningApi api = RunningApi.strict();
    private final Client operator = api.operator();
    private final Customer customer = api.customer("pro");
    private final Client client = customer.client();
    private final String id =
            client.post("/v1/webhooks", """
                    {"url": "https://93.184.216.34/hook", "events": ["license.issued"]}""").is(201).json().path("id").asString();
    private final String own = "/v1/webhooks/" + id;
    private final String admin = "/operator/v1/accounts/" + customer.accountId() + "/webhooks/" + id;

    @Test
    void theOwnerSeesThatAndWhyItIsStopped() {
        Instant before = Instant.now().minusSeconds(1);

        operator.patch(admin, STOP).is(200);

        JsonNode endpoint = client.get(own).is(200).json();
        assertThat(endpoint.path("active").booleanValue()).isFalse();
        assertThat(endpoint.path("health").path("state").asString()).isEqualTo("stopped");
        assertThat(endpoint.path("health").path("error").isNull()).isTrue();
        JsonNode inactive = endpoint.path("inactive");
        assertThat(inactive.propertyNames()).containsExactly("reason", "since", "message");
        assertThat(inactive.path("reason").asString()).isEqualTo("operator");
        assertThat(inactive.path("message").asString()).isEqualTo("It floods a third party.");
        assertThat(Instant.parse(inactive.path("since").asString())).isAfter(before);
        assertThat(endpoint.path("health").path("since")).isEqualTo(inactive.path("since"));
        assertThat(client.get("/v1/webhooks")
                        .is(200)
                        .json()
                        .path("webhooks")
                        .path(0)
                        .path("inactive"))
                .isEqualTo(inactive);
    }

    @Test
    void theOwnerCannotSetItActiveAndMayChangeTheRest() {
        operator.patch(admin, STOP).is(200);

        client.patch(own, START)
                .isError(409, "invalid_query", "webhook_stopped")
                .blames("active");
        client.patch(own, "{\"active\": true, \"description\": \"x\"}")
                .isError(409, "invalid_query", "webhook_stopped");
        client.patch(own, "{\"active\": false, \"description\": \"y\"}").is(200);

        JsonNode endpoint = client.get(own).is(200).json();
        assertThat(endpoint.path("description").asString()).isEqualTo("y");
        assertThat(endpoint.path("inactive").path("reason").asString()).isEqualTo("operator");
        client.delete(own).is(204);
    }

    @Test
    void onceTheStopIsLiftedItIsActiveAgain() {
        operator.patch(admin, STOP).is(200);

        JsonNode lifted = operator.patch(admin, START).is(200).json();

        assertThat(lifted).isEqualTo(client.get(own).is(200).json());
        assertThat(lifted.path("active").booleanValue()).isTrue();
        assertThat(lifted.path("inactive").isNull()).isTrue();
        client.patch(own, "{\"active\": false}").is(200);
        client.patch(own, START).is(200);
    }

    @Test
    void whatItsOwnerHadPausedIsPausedAgainOnceTheStopIsLifted() {
        client.patch(own, "{\"active\": false}").is(200);
        JsonNode paused = client.get(own).json().path("inactive");

        operator.patch(admin, STOP).is(200);
        operator.patch(admin, START).is(200);

        assertThat(client.get(own).json().path("inactive")).isEqualTo(paused);
        operator.patch(admin, START).is(200);
        assertThat(client.get(own).json().path("active").booleanValue()).isFalse();
        client.patch(own, START).is(200);
    }

    @Test
    void anotherReasonKeepsTheTimeAndTheOldOneAgainChangesNothing() {
        JsonNode first = operator.patch(admin, STOP).is(200).json().path("inactive");
        Answer again = operator.patch(admin, STOP).is(200);
        Answer other = operator.patch(admin, "{\"active\": false, \"reason\": \"Court order.\"}")
                .is(200);
        operator.patch(admin, START).is(200);

        assertThat(again.json().path("inactive")).isEqualTo(first);
        assertThat(other.json().path("inactive").path("since")).isEqualTo(first.path("since"));
        assertThat(other.json().path("inactive").path("message").asString()).isEqualTo("Court order.");
        JsonNode entries = operator.get("/operator/v1/audit?action=endpoint.updated&target=" + id)
                .is(200)
                .json()
                .path("entries");
        assertThat(entries)
                .hasSize(3)
                .allSatisfy(entry ->
                        assertThat(entry.path("actor").path("type").asString()).isEqualTo("operator"));
        assertThat(entries.path(2).path("changes"))
                .isEqualTo(
                        JsonMapper.shared()
                                .readTree(
                                        "{\"active\":{\"from\":true,\"to\":false},\"reason\":{\"to\":\"It floods a third party.\"}}"));
        assertThat(entries.path(1).path("changes"))
                .isEqualTo(JsonMapper.shared()
                        .readTree("{\"reason\":{\"from\":\"It floods a third party.\",\"to\":\"Court order.\"}}"));
        assertThat(entries.path(0).path("changes"))
                .isEqualTo(JsonMapper.shared()
                        .readTree("{\"active\":{\"from\":false,\"to\":true},\"reason\":{\"from\":\"Court order.\"}}"));
    }

    @Test
    void workersAreNotifiedAndABacklogIsDueAtOnce() {
        api.database()
                .sql("INSERT INTO endpoint_queue (endpoint_id, next_due_at) VALUES (?::uuid, 'infinity')")
                .param(id)
                .update();

        operator.patch(admin, STOP).is(200);
        assertThat(due()).isFalse();
        operator.patch(admin, START).is(200);

        assertThat(due()).isTrue();
        assertThat(api.database()
                        .sql("SELECT count(*) FROM outbox WHERE message_key = ?")
                        .param(id)
                        .query(Integer.class)
                        .single())
                .isEqualTo(3);
    }

    @Test
    void aStopThatComesTooLateIsRefused() {
        String tag = operator.get(admin).is(200).header("ETag");
        client.patch(own, "{\"description\": \"x\"}").is(200);

        operator.send(
                        "PATCH",
                        admin,
                        BodyPublishers.ofString(STOP),
                        request -> request.setHeader("Content-Type", "application/json")
                                .header("If-Match", tag))
                .isError(412, "invalid_query", "precondition_failed");

        assertThat(client.get(own).json().path("active").booleanValue()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "{}                                       | missing_required_parameter | active",
                "{'active': false}                        | missing_required_parameter | reason",
                "{'active': false, 'reason': ' '}         | invalid_input | reason",
                "{'active': false, 'reason': null}        | invalid_input | reason",
                "{'active': true, 'reason': 'x'}          | invalid_input | reason",
                "{'active': null}                         | invalid_input | active",
                "{'active': false, 'reason': 'x', 'url': 'https://93.184.216.34/'} | invalid_input | url"
            })
    void whatIsNotAStopIsRefused(String body, String reason, String field) {
        operator.patch(admin, body.replace('\'', '"'))
                .isError(400, "invalid_query", reason)
                .blames(field);
    }

    @Test
    void anEndpointOfAnotherAccountIsNotFound() {
        String other = api.customer("pro").accountId();

        operator.patch("/operator/v1/accounts/" + other + "/webhooks/" + id, STOP)
                .isError(404, "not_found", "webhook_not_found");
        operator.patch("/operator/v1/accounts/7/webhooks/" + id, STOP).isError(404, "not_found", "account_not_found");
    }

    private boolean due() {
        return api.database()
                .sql("SELECT next_due_at <= now() FROM endpoint_queue WHERE endpoint_id = ?::uuid")
                .param(id)
                .query(Boolean.class)
                .single();
    }
}
