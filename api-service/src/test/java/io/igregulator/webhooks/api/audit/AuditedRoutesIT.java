package io.igregulator.webhooks.api.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.igregulator.webhooks.api.fixture.Answer;
import io.igregulator.webhooks.api.fixture.Client;
import io.igregulator.webhooks.api.fixture.History;
import io.igregulator.webhooks.api.fixture.RunningApi;
import io.igregulator.webhooks.api.fixture.RunningApi.Customer;
import io.igregulator.webhooks.event.EventType;
import io.igregulator.webhooks.id.DeliveryId;
import io.igregulator.webhooks.id.EventId;
import io.igregulator.webhooks.schema.EventSchema;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Changes beside those of endpoints, accounts and keys: each has its entry, a repetition has none. */
class AuditedRoutesIT {
    private final RunningApi api = RunningApi.strict();
    private final Client operator = api.operator();
    private final Customer customer = api.customer("pro");
    private final Client client = customer.client();

    @Test
    void theCallersWatchlist() {
        String slug = "operator-" + UUID.randomUUID();
        load(slug);

        for (int i = 0; i < 2; i++) {
            client.post("/v1/watchlist/operators", "{\"operator_slug\": \"" + slug + "\"}");
        }
        client.delete("/v1/watchlist/operators/" + slug).is(204);
        client.delete("/v1/watchlist/operators/" + slug).is(204);

        assertThat(entries("account_id=" + customer.accountId()))
                .startsWith("watchlist.removed by api_key of " + slug, "watchlist.added by api_key of " + slug)
                .doesNotHaveDuplicates();
    }

    @Test
    void anImport() {
        String slug = "operator-" + UUID.randomUUID();
        int before = entries("action=operators.imported&limit=200").size();

        load(slug);
        load(slug);

        assertThat(entries("action=operators.imported&limit=200"))
                .hasSize(before + 1)
                .first()
                .isEqualTo("operators.imported by operator of operators");
    }

    @Test
    void aPublication() {
        EventId id = EventId.create(Instant.now(), RandomGenerator.getDefault());
        ObjectNode event = (ObjectNode) EventSchema.load("2026-04-20", EventType.LICENSE_ISSUED.wireName())
                .example();
        event.put("event_id", id.toString());

        operator.post("/operator/v1/events", event.toString()).is(200);
        operator.post("/operator/v1/events", event.toString()).is(200);

        assertThat(entries("action=events.published&limit=200"))
                .filteredOn(entry -> entry.endsWith(id.toString()))
                .containsExactly("events.published by operator of " + id);
    }

    @Test
    void aResendAndARecovery() {
        String endpoint = client.post(
                        "/v1/webhooks", "{\"url\": \"https://93.184.216.34/\", \"events\": [\"license.issued\"]}")
                .json()
                .path("id")
                .asString();
        DeliveryId delivery = new History(api.database()).write(endpoint, Instant.now(), "license.issued", "failed");
        String resend = "/v1/webhooks/" + endpoint + "/deliveries/" + delivery + "/resend";

        client.post(resend, "").is(202);
        client.post(resend, "").is(202);
        client.post(
                        "/v1/webhooks/" + endpoint + "/recover",
                        "{\"since\": \"" + Instant.now().minusSeconds(60) + "\"}")
                .is(202);

        assertThat(entries("account_id=" + customer.accountId()))
                .startsWith(
                        "recovery.started by api_key of " + endpoint,
                        "delivery.resent by api_key of " + delivery,
                        "endpoint.created by api_key of " + endpoint);
    }

    private void load(String slug) {
        Answer answer = operator.send(
                "POST",
                "/operator/v1/operators",
                BodyPublishers.ofString("{\"slug\": \"" + slug + "\", \"display_name\": \"A\", \"country\": \"MT\"}"),
                request -> request.setHeader("Content-Type", "application/x-ndjson"));
        answer.is(200);
    }

    /** Newest first. */
    private List<String> entries(String query) {
        JsonNode entries =
                operator.get("/operator/v1/audit?" + query).is(200).json().path("entries");
        List<String> lines = new ArrayList<>();
        entries.forEach(entry -> lines.add(entry.path("action").asString() + " by "
                + entry.path("actor").path("type").asString() + " of "
                + entry.path("target").asString()));
        return lines;
    }
}
