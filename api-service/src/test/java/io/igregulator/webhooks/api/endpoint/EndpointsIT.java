package io.igregulator.webhooks.api.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import io.igregulator.webhooks.api.fixture.Answer;
import io.igregulator.webhooks.api.fixture.Client;
import io.igregulator.webhooks.api.fixture.RunningApi;
import io.igregulator.webhooks.api.fixture.RunningApi.Customer;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class EndpointsIT {
    private static final String MINIMAL = """
            {"url": "https://93.184.216.34/hook", "events": ["license.issued"]}""";

    private final RunningApi api = RunningApi.strict();
    private final Customer customer = api.customer("business");
    private final Client client = customer.client();

    @Test
    void creationAnswersTheEndpointWithItsDefaultsAndItsSecret() {
        JsonNode endpoint = client.post("/v1/webhooks", MINIMAL).is(201).json();

        assertThat(endpoint.propertyNames())
                .containsExactlyInAnyOrder(
                        "id",
                        "url",
                        "name",
                        "description",
                        "events",
                        "active",
                        "watchlist_only",
                        "metadata",
                        "created_at",
                        "updated_at",
                        "last_delivered_at",
                        "last_delivery_status",
                        "failure_count",
                        "health",
                        "inactive",
                        "notify",
                        "secret");
        assertThat(UUID.fromString(endpoint.path("id").asString())).isNotNull();
        assertThat(endpoint.path("url").asString()).isEqualTo("https://93.184.216.34/hook");
        assertThat(endpoint.path("name").isNull()).isTrue();
        assertThat(endpoint.path("description").isNull()).isTrue();
        assertThat(endpoint.path("metadata").toString()).isEqualTo("{}");
        assertThat(endpoint.path("active").booleanValue()).isTrue();
        assertThat(endpoint.path("watchlist_only").booleanValue()).isTrue();
        assertThat(endpoint.path("created_at").asString())
                .matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z");
        assertThat(endpoint.path("last_delivered_at").isNull()).isTrue();
        assertThat(endpoint.path("last_delivery_status").isNull()).isTrue();
        assertThat(endpoint.path("failure_count").intValue()).isZero();
        assertThat(endpoint.path("secret").asString()).matches("whsec_[A-Za-z0-9]{44}");
    }

    @Test
    void creationTakesEveryFieldAndCountsATypeNamedTwiceOnce() {
        JsonNode endpoint = client.post("/v1/webhooks", """
                        {"url": "https://93.184.216.34/", "description": "caf\u00e9 \ud83c\udfb0", "watchlist_only": false,
                         "events": ["license.issued", "coverage.degraded", "license.issued"]}""").is(201).json();

        assertThat(endpoint.path("description").asString()).isEqualTo("caf\u00e9 \ud83c\udfb0");
        assertThat(endpoint.path("watchlist_only").booleanValue()).isFalse();
        assertThat(endpoint.path("events").toString()).isEqualTo("[\"license.issued\",\"coverage.degraded\"]");
    }

    @Test
    void wildcardsAreShownAsTheyWereGiven() {
        JsonNode endpoint = client.post("/v1/webhooks", """
                        {"url": "https://93.184.216.34/", "events": ["*", "license.issued", "webhook.*", "*"]}""").is(201).json();

        assertThat(endpoint.path("events").toString()).isEqualTo("[\"*\",\"license.issued\",\"webhook.*\"]");
        assertThat(client.get("/v1/webhooks/" + endpoint.path("id").asString())
                        .json()
                        .path("events"))
                .isEqualTo(endpoint.path("events"));
    }

    @Test
    void aFamilyThatDoesNotExistIsRefusedWithThoseThatDo() {
        JsonNode refusal = client.post("/v1/webhooks", """
                        {"url": "https://93.184.216.34/", "events": ["licence.*"]}""").is(400).json();

        assertThat(refusal.path("error").asString()).isEqualTo("'events' names a family that does not exist");
        assertThat(refusal.at("/details/suggestion").asString())
                .isEqualTo("known wildcards: license.*, regulatory_action.*, coverage.*, webhook.*, *");
    }

    @Test
    void aDescriptionOfNullIsNone() {
        JsonNode endpoint = client.post("/v1/webhooks", """
                        {"url": "https://93.184.216.34/", "events": ["license.issued"], "description": null}""").is(201).json();

        assertThat(endpoint.path("description").isNull()).isTrue();
    }

    @Test
    void whatWasCreatedIsReadBackTheSameButForTheSecret() {
        Answer created = client.post("/v1/webhooks", MINIMAL);
        String id = created.json().path("id").asString();

        Answer one = client.get("/v1/webhooks/" + id).is(200);
        Answer all = client.get("/v1/webhooks").is(200);

        assertThat(one.json().has("secret")).isFalse();
        assertThat(((ObjectNode) created.json()).without("secret")).isEqualTo(one.json());
        assertThat(all.json().propertyNames()).containsExactly("webhooks");
        JsonNode listed = one.json().deepCopy();
        ((ObjectNode) listed.path("health")).remove(List.of("attempts_1h", "failed_1h"));
        assertThat(all.json().path("webhooks").get(0)).isEqualTo(listed);
    }

    @Test
    void theListIsOldestFirstAndOfTheCallerOnly() {
        String first = create();
        String second = create();
        Customer other = api.customer("pro");
        other.client().post("/v1/webhooks", MINIMAL).is(201);

        JsonNode list = client.get("/v1/webhooks").json().path("webhooks");

        assertThat(list.values()).extracting(node -> node.path("id").asString()).containsExactly(first, second);
    }

    @Test
    void theWorkersFiguresAreShown() {
        String id = create();
        api.database()
                .sql("INSERT INTO endpoint_activity VALUES (?::uuid, '2026-05-01T10:00:00.1239Z', 'retrying', 3)")
                .param(id)
                .update();

        JsonNode endpoint = client.get("/v1/webhooks/" + id).json();

        assertThat(endpoint.path("last_delivered_at").asString()).isEqualTo("2026-05-01T10:00:00.123Z");
        assertThat(endpoint.path("last_delivery_status").asString()).isEqualTo("retrying");
        assertThat(endpoint.path("failure_count").intValue()).isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "{'url': [], 'events': ['license.issued']}         | 'url' is not a string",
                "{'url': ['https://1.1.1.1/'], 'events': []}       | 'url' is not a string",
                "{'url': {}, 'events': ['license.issued']}         | 'url' is not a string",
                "{'url': 'https://1.1.1.1/', 'events': {}}         | 'events' is not an array of strings",
                "{'url': 'https://1.1.1.1/', 'events': [[]]}       | 'events' is not an array of strings",
                "{'url': 'https://1.1.1.1/', 'events': ['license.issued'], 'description': ['a']} | 'description' is not a string",
                "{'url': 'https://1.1.1.1/', 'events': ['license.issued'], 'watchlist_only': []} | 'watchlist_only' is not true or false"
            })
    void theWrongTypeIsRefusedWithTheOneThatIsWanted(String body, String summary) {
        JsonNode refusal =
                client.post("/v1/webhooks", body.replace('\'', '"')).is(400).json();

        assertThat(refusal.path("error").asString()).isEqualTo(summary);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'events': ['license.issued']}                                  | missing_required_parameter | url",
                "{'url': 'https://93.184.216.34/'}                               | missing_required_parameter | events",
                "{'url': null, 'events': ['license.issued']}                     | invalid_input | url",
                "{'url': 7, 'events': ['license.issued']}                        | invalid_input | url",
                "{'url': '', 'events': ['license.issued']}                       | invalid_input | url",
                "{'url': 'ftp://93.184.216.34/', 'events': ['license.issued']}   | invalid_input | url",
                "{'url': 'http://93.184.216.34/', 'events': ['license.issued']}  | invalid_input | url",
                "{'url': 'https://a.b@93.184.216.34/', 'events': ['license.issued']} | invalid_input | url",
                "{'url': 'https://93.184.216.34/', 'events': []}                 | invalid_input | events",
                "{'url': 'https://93.184.216.34/', 'events': null}               | invalid_input | events",
                "{'url': 'https://93.184.216.34/', 'events': 'license.issued'}   | invalid_input | events",
                "{'url': 'https://93.184.216.34/', 'events': [7]}                | invalid_input | events",
                "{'url': 'https://93.184.216.34/', 'events': [null]}             | invalid_input | events",
                "{'url': 'https://93.184.216.34/', 'events': ['test.ping']}      | invalid_input | events",
                "{'url': 'https://93.184.216.34/', 'events': ['license.exp*']}   | invalid_input | events",
                "{'url': 'https://93.184.216.34/', 'events': ['*', 'licence.*']} | invalid_input | events",
                "{'url': 'https://93.184.216.34/', 'events': ['LICENSE.ISSUED']} | invalid_input | events",
                "{'url': 'https://1.1.1.1/', 'events': ['license.issued'], 'watchlist_only': 'true'} | invalid_input | watchlist_only",
                "{'url': 'https://1.1.1.1/', 'events': ['license.issued'], 'watchlist_only': 1}      | invalid_input | watchlist_only",
                "{'url': 'https://1.1.1.1/', 'events': ['license.issued'], 'watchlist_only': null}   | invalid_input | watchlist_only",
                "{'url': 'https://1.1.1.1/', 'events': ['license.issued'], 'description': 7}         | invalid_input | description",
                "{'url': 'https://1.1.1.1/', 'events': ['license.issued'], 'description': {}}        | invalid_input | description",
                "{'url': 'https://1.1.1.1/', 'events': ['license.issued'], 'description': '\\u0000'} | invalid_input | description",
                "{'url': 'https://1.1.1.1/', 'events': ['license.issued'], 'description': '\\ud800'} | invalid_input | description",
                "{'url': 'https://1.1.1.1/', 'events': ['license.issued'], 'active': true}           | invalid_input | active",
                "{'url': 'https://1.1.1.1/', 'events': ['license.issued'], 'secret': 'whsec_'}       | invalid_input | secret"
            })
    void creationRefusesWhatIsNotValidAndNamesTheField(String body, String reason, String field) {
        client.post("/v1/webhooks", body.replace('\'', '"'))
                .isError(400, "invalid_query", reason)
                .blames(field);
    }

    @Test
    void descriptionsHaveAtMost500CharactersHoweverManyUnitsThoseTake() {
        String body =
                "{\"url\": \"https://93.184.216.34/\", \"events\": [\"license.issued\"], \"description\": \"%s\"}";

        client.post("/v1/webhooks", body.formatted("\ud83c\udfb0".repeat(500))).is(201);
        client.post("/v1/webhooks", body.formatted("x".repeat(501)))
                .isError(400, "invalid_query", "invalid_input")
                .blames("description");
    }

    @Test
    void urlsHaveAtMost2048Characters() {
        String start = "https://93.184.216.34/";
        String body = "{\"url\": \"%s\", \"events\": [\"license.issued\"]}";

        client.post("/v1/webhooks", body.formatted(start + "x".repeat(2048 - start.length())))
                .is(201);
        client.post("/v1/webhooks", body.formatted(start + "x".repeat(2049 - start.length())))
                .isError(400, "invalid_query", "invalid_input")
                .blames("url");
    }

    @Test
    void anotherAccountsEndpointIsAnsweredExactlyLikeAnUnknownOne() {
        String id = create();
        Client other = api.customer("pro").client();

        for (String[] call : new String[][] {
            {"GET", ""}, {"PATCH", ""}, {"DELETE", ""}, {"POST", "/rotate_secret"}, {"POST", "/test"}
        }) {
            // The other routes take no fields, and would refuse any before they look for the endpoint.
            String body = call[0].equals("PATCH") ? "{\"active\": false}" : "";
            Answer foreign = other.send(call[0], "/v1/webhooks/" + id + call[1], body);
            Answer unknown = other.send(call[0], "/v1/webhooks/" + UUID.randomUUID() + call[1], body);
            foreign.isError(404, "not_found", "webhook_not_found").blamesNothing();
            assertThat(foreign.body()).isEqualTo(unknown.body());
        }
        assertThat(client.get("/v1/webhooks/" + id).json().path("active").booleanValue())
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"7", "null", "not-a-uuid", "%20", "00000000-0000-0000-0000-00000000000"})
    void textThatIsNotAnIdNamesNoWebhook(String id) {
        client.get("/v1/webhooks/" + id).isError(404, "not_found", "webhook_not_found");
        client.delete("/v1/webhooks/" + id).isError(404, "not_found", "webhook_not_found");
    }

    @Test
    void deletionTakesAllButTheHistoryOfTheEndpointAlong() {
        String id = create();
        String kept = create();
        String delivery = leaveTraces(id);
        String keptDelivery = leaveTraces(kept);

        assertThat(client.delete("/v1/webhooks/" + id).is(204).body()).isEmpty();

        client.get("/v1/webhooks/" + id).isError(404, "not_found", "webhook_not_found");
        client.delete("/v1/webhooks/" + id).isError(404, "not_found", "webhook_not_found");
        assertThat(traces(id)).isZero();
        assertThat(traces(kept)).isEqualTo(4);
        assertThat(history(delivery)).isEqualTo(2);
        assertThat(history(keptDelivery)).isEqualTo(2);
    }

    @Test
    void deletionMarksALongHistoryForRemovalInsteadOfRemovingIt() {
        String id = create();
        api.database().sql("""
                        INSERT INTO delivery (id, endpoint_id, event_id, event_type, status, attempt_count, created_at)
                        SELECT gen_random_uuid(), ?::uuid, gen_random_uuid(), 1, 3, 1, now()
                        FROM generate_series(1, 100000)
                        """).param(id).update();

        client.delete("/v1/webhooks/" + id).is(204);

        assertThat(count("SELECT count(*) FROM delivery WHERE endpoint_id = ?::uuid", id))
                .isEqualTo(100_000);
        assertThat(count("SELECT count(*) FROM deleted_endpoint WHERE endpoint_id = ?::uuid", id))
                .isEqualTo(1);
    }

    private String create() {
        return client.post("/v1/webhooks", MINIMAL).is(201).json().path("id").asString();
    }

    private String leaveTraces(String endpoint) {
        String delivery = UUID.randomUUID().toString();
        for (String sql : new String[] {
            "INSERT INTO endpoint_activity (endpoint_id) VALUES (:endpoint::uuid)",
            "INSERT INTO endpoint_queue VALUES (:endpoint::uuid, 0, now())",
            "INSERT INTO waiting_delivery (delivery_id, endpoint_id, event_id, event_type, attempts, due_at, created_at)"
                    + " VALUES (:delivery::uuid, :endpoint::uuid, :delivery::uuid, 1, 1, now(), now())",
            "INSERT INTO delivery (id, endpoint_id, event_id, event_type, status, attempt_count, created_at)"
                    + " VALUES (:delivery::uuid, :endpoint::uuid, :delivery::uuid, 1, 2, 1, now())",
            "INSERT INTO attempt (delivery_id, number, started_at, latency_ms) VALUES (:delivery::uuid, 1, now(), 1)"
        }) {
            api.database()
                    .sql(sql)
                    .param("endpoint", endpoint)
                    .param("delivery", delivery)
                    .update();
        }
        return delivery;
    }

    private long traces(String endpoint) {
        return count("""
                        SELECT (SELECT count(*) FROM endpoint_secret WHERE endpoint_id = e.id)
                             + (SELECT count(*) FROM endpoint_activity WHERE endpoint_id = e.id)
                             + (SELECT count(*) FROM endpoint_queue WHERE endpoint_id = e.id)
                             + (SELECT count(*) FROM waiting_delivery WHERE endpoint_id = e.id)
                        FROM (SELECT ?::uuid AS id) e
                        """, endpoint);
    }

    private long history(String delivery) {
        return count("""
                        SELECT (SELECT count(*) FROM delivery WHERE id = d.id)
                             + (SELECT count(*) FROM attempt WHERE delivery_id = d.id)
                        FROM (SELECT ?::uuid AS id) d
                        """, delivery);
    }

    private long count(String sql, String id) {
        return api.database().sql(sql).param(id).query(Long.class).single();
    }
}
