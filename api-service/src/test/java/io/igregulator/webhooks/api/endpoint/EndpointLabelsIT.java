package io.igregulator.webhooks.api.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import io.igregulator.webhooks.api.fixture.Client;
import io.igregulator.webhooks.api.fixture.RunningApi;
import io.igregulator.webhooks.api.fixture.RunningApi.Customer;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** What an owner calls a webhook and notes about it, and when it last changed. */
class EndpointLabelsIT {
    private static final String BODY = """
            {"url": "https://93.184.216.34/", "events": ["license.issued"], "name": "Licence desk", "metadata": %s}""";

    private final RunningApi api = RunningApi.strict();
    private final Customer customer = api.customer("enterprise");
    private final Client client = customer.client();

    @Test
    void aWebhookHasThemFromItsCreationOn() {
        JsonNode created = client.post(
                        "/v1/webhooks", BODY.formatted("{\"team\": \"caf\u00e9 \ud83c\udfb0\", \"a\": \"\"}"))
                .is(201)
                .json();

        assertThat(created.path("name").asString()).isEqualTo("Licence desk");
        assertThat(created.path("metadata").toString()).isEqualTo("{\"a\":\"\",\"team\":\"caf\u00e9 \ud83c\udfb0\"}");
        assertThat(created.path("updated_at")).isEqualTo(created.path("created_at"));
        JsonNode read = client.get(path(created)).is(200).json();
        assertThat(read.path("name")).isEqualTo(created.path("name"));
        assertThat(read.path("metadata")).isEqualTo(created.path("metadata"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "{'c': '3'}                       | {'a':'1','b':'2','c':'3'}",
                "{'a': 'x'}                       | {'a':'x','b':'2'}",
                "{'a': null}                      | {'b':'2'}",
                "{'a': null, 'c': '3', 'd': null} | {'b':'2','c':'3'}",
                "{}                               | {'a':'1','b':'2'}",
                "null                             | {}"
            })
    void aChangeIsMergedIntoTheMetadata(String change, String expected) {
        JsonNode created = client.post("/v1/webhooks", BODY.formatted("{\"a\": \"1\", \"b\": \"2\"}"))
                .is(201)
                .json();

        JsonNode changed = client.patch(path(created), quoted("{'metadata': " + change + "}"))
                .is(200)
                .json();

        assertThat(changed.path("metadata").toString()).isEqualTo(quoted(expected));
        assertThat(client.get(path(created)).json().path("metadata")).isEqualTo(changed.path("metadata"));
    }

    @Test
    void atMostTwentyKeysResult() {
        JsonNode created = client.post("/v1/webhooks", BODY.formatted(entries(0, 19)))
                .is(201)
                .json();
        client.post("/v1/webhooks", BODY.formatted(entries(0, 21)))
                .isError(400, "invalid_query", "invalid_input")
                .blames("metadata");

        client.patch(path(created), "{\"metadata\": " + entries(18, 2) + "}").is(200);
        client.patch(path(created), "{\"metadata\": {\"new\": \"x\"}}")
                .isError(400, "invalid_query", "invalid_input")
                .blames("metadata");
        client.patch(path(created), "{\"metadata\": {\"new\": \"x\", \"key-0\": null}}")
                .is(200);
        assertThat(client.get(path(created)).json().path("metadata").size()).isEqualTo(20);
    }

    @Test
    void lengthsAreAsPeopleCount() {
        String wide = "\ud83c\udfb0";
        client.post("/v1/webhooks", BODY.formatted("{\"" + wide.repeat(40) + "\": \"" + wide.repeat(500) + "\"}"))
                .is(201);
        client.post("/v1/webhooks", BODY.formatted("{}").replace("Licence desk", wide.repeat(100)))
                .is(201);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "'text'",
                "7",
                "{'a': 1}",
                "{'a': true}",
                "{'a': {}}",
                "{'a': ['b']}",
                "{'': 'b'}",
                "{'KEY': 'b'}",
                "{'a': 'VALUE'}",
                "{'a': '\\u0000'}",
                "{'\\u0000': 'b'}",
                "{'a': '\\ud800'}"
            })
    void otherMetadataIsRefused(String metadata) {
        String body = quoted(metadata).replace("KEY", "k".repeat(41)).replace("VALUE", "v".repeat(501));
        JsonNode created =
                client.post("/v1/webhooks", BODY.formatted("{}")).is(201).json();

        client.post("/v1/webhooks", BODY.formatted(body))
                .isError(400, "invalid_query", "invalid_input")
                .blames("metadata");
        client.patch(path(created), "{\"metadata\": " + body + "}")
                .isError(400, "invalid_query", "invalid_input")
                .blames("metadata");
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "{'a': null}"})
    void aNewWebhookHasNoMetadataToRemove(String metadata) {
        JsonNode created = client.post("/v1/webhooks", BODY.formatted(quoted(metadata)))
                .is(201)
                .json();

        assertThat(created.path("metadata").toString()).isEqualTo("{}");
    }

    @Test
    void namesHaveAtMost100Characters() {
        client.post("/v1/webhooks", BODY.formatted("{}").replace("Licence desk", "x".repeat(101)))
                .isError(400, "invalid_query", "invalid_input")
                .blames("name");
    }

    @Test
    void everythingThatChangesTheTagIsAnUpdateAndNothingElse() {
        JsonNode created =
                client.post("/v1/webhooks", BODY.formatted("{}")).is(201).json();
        String path = path(created);
        String operators = path.replace("/v1", "/operator/v1/accounts/" + customer.accountId());
        makeOlder(created);
        Instant before = updatedAt(path);

        client.patch(path, "{\"name\": \"Licence desk\", \"metadata\": {\"gone\": null}}")
                .is(200);
        api.database()
                .sql("INSERT INTO endpoint_activity (endpoint_id, failure_count) VALUES (?::uuid, 3)")
                .param(created.path("id").asString())
                .update();
        assertThat(updatedAt(path)).isEqualTo(before);

        for (Runnable change : List.<Runnable>of(
                () -> client.patch(path, "{\"name\": null}").is(200),
                () -> client.patch(path, "{\"metadata\": {\"team\": \"a\"}}").is(200),
                () -> client.post(path + "/rotate_secret", "").is(200),
                () -> client.post(path + "/revoke_secrets", "").is(200),
                () -> api.operator()
                        .patch(operators, "{\"active\": false, \"reason\": \"complaints\"}")
                        .is(200))) {
            makeOlder(created);
            String tag = client.get(path).header("ETag");

            change.run();

            assertThat(updatedAt(path)).isAfter(before);
            assertThat(client.get(path).header("ETag")).isNotEqualTo(tag);
        }
    }

    @Test
    void theAnswerToAChangeIsWhatIsReadAfterwards() {
        JsonNode created =
                client.post("/v1/webhooks", BODY.formatted("{}")).is(201).json();

        JsonNode changed =
                client.patch(path(created), "{\"name\": \"other\"}").is(200).json();

        assertThat(changed).isEqualTo(client.get(path(created)).json());
    }

    @Test
    void theAuditLogHasThatTheyChangedAndNoText() {
        JsonNode created = client.post("/v1/webhooks", BODY.formatted("{\"team\": \"a\"}"))
                .is(201)
                .json();
        assertThat(changes().path("name").toString()).isEqualTo("{}");
        assertThat(changes().path("metadata").toString()).isEqualTo("{}");

        client.patch(path(created), "{\"name\": null, \"metadata\": {\"team\": \"b\"}}")
                .is(200);

        assertThat(changes().toString()).isEqualTo("{\"name\":{},\"metadata\":{}}");
    }

    private JsonNode changes() {
        return api.operator()
                .get("/operator/v1/audit?account_id=" + customer.accountId())
                .is(200)
                .json()
                .at("/entries/0/changes");
    }

    /** As if all of it had happened an hour ago. */
    private void makeOlder(JsonNode webhook) {
        api.database().sql("""
                        UPDATE endpoint SET created_at = date_trunc('day', now()) - interval '1 day',
                            updated_at = date_trunc('day', now()) - interval '1 hour'
                        WHERE id = ?::uuid
                        """).param(webhook.path("id").asString()).update();
    }

    private Instant updatedAt(String path) {
        return Instant.parse(client.get(path).is(200).json().path("updated_at").asString());
    }

    private static String entries(int from, int count) {
        return IntStream.range(from, from + count)
                .mapToObj(number -> "\"key-" + number + "\": \"value\"")
                .collect(Collectors.joining(", ", "{", "}"));
    }

    private static String path(JsonNode webhook) {
        return "/v1/webhooks/" + webhook.path("id").asString();
    }

    private static String quoted(String json) {
        return json.replace('\'', '"');
    }
}
