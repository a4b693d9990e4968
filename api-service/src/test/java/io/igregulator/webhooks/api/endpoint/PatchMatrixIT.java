package io.igregulator.webhooks.api.endpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.igregulator.webhooks.api.fixture.Client;
import io.igregulator.webhooks.api.fixture.RunningApi;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Every field of a change: absent, null, a value, a wrong value. */
class PatchMatrixIT {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final RunningApi api = RunningApi.strict();
    private final Client client = api.customer("business").client();
    private final JsonNode before = client.post("/v1/webhooks", """
                    {"url": "https://93.184.216.34/before", "name": "before", "description": "before", "watchlist_only": true,
                     "events": ["license.issued", "license.expired"]}""").is(201).json();
    private final String path = "/v1/webhooks/" + before.path("id").asString();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "url            | 'https://93.184.216.34/after'",
                "name           | 'after'",
                "name           | null",
                "description    | 'after'",
                "description    | ''",
                "description    | null",
                "events         | ['coverage.restored']",
                "events         | ['license.*', '*']",
                "metadata       | {'team': 'after'}",
                "active         | false",
                "watchlist_only | false"
            })
    void aFieldThatIsPresentChangesAndNoOtherDoes(String field, String value) {
        JsonNode expectedValue = JSON.readTree(value.replace('\'', '"'));
        ObjectNode expected = ((ObjectNode) before.deepCopy()).without("secret");
        expected.set(field, expectedValue);

        JsonNode answer = client.patch(
                        path, JSON.createObjectNode().set(field, expectedValue).toString())
                .is(200)
                .json();

        assertThat(Instant.parse(answer.path("updated_at").asString()))
                .isAfterOrEqualTo(Instant.parse(before.path("created_at").asString()));
        expected.set("updated_at", answer.path("updated_at"));
        if (field.equals("active")) {
            pause(expected, answer.path("inactive").path("since"));
        }
        assertThat(answer).isEqualTo(expected);
        assertThat(client.get(path).json()).isEqualTo(expected);
    }

    /** What follows from it. */
    private static void pause(ObjectNode endpoint, JsonNode since) {
        assertThat(Instant.parse(since.asString())).isCloseTo(Instant.now(), within(1, ChronoUnit.MINUTES));
        endpoint.putObject("inactive").put("reason", "owner").set("since", since);
        ((ObjectNode) endpoint.path("health")).put("state", "paused").set("since", since);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "url            | null",
                "url            | 7",
                "url            | ['https://93.184.216.34/']",
                "url            | 'http://93.184.216.34/'",
                "events         | null",
                "events         | []",
                "events         | {}",
                "events         | 'license.issued'",
                "events         | ['license.issued', 7]",
                "events         | ['no.such.event']",
                "active         | null",
                "active         | 'false'",
                "active         | 0",
                "watchlist_only | null",
                "watchlist_only | 'false'",
                "events         | ['license']",
                "events         | ['licence.*']",
                "name           | 7",
                "name           | {}",
                "metadata       | 'text'",
                "metadata       | {'team': 7}",
                "updated_at     | null",
                "description    | false",
                "description    | 7",
                "description    | ['text']",
                "id             | 'x'",
                "created_at     | null",
                "failure_count  | 0",
                "secret         | 'whsec_x'",
                "Active         | false"
            })
    void aWrongValueOrAnUnknownFieldIsRefusedAndNothingChanges(String field, String value) {
        ObjectNode patch = JSON.createObjectNode();
        patch.put("description", "must not be applied either");
        patch.set(field, JSON.readTree(value.replace('\'', '"')));

        client.patch(path, patch.toString())
                .isError(400, "invalid_query", "invalid_input")
                .blames(field);

        assertThat(client.get(path).json()).isEqualTo(((ObjectNode) before.deepCopy()).without("secret"));
    }

    @Test
    void aBlockedUrlIsRefusedAndNothingChanges() {
        client.patch(path, "{\"url\": \"https://10.0.0.1/\", \"active\": false}")
                .isError(400, "invalid_query", "private_ip_blocked")
                .blames("url");

        assertThat(client.get(path).json()).isEqualTo(((ObjectNode) before.deepCopy()).without("secret"));
    }

    @Test
    void anEmptyChangeIsOneThatChangesNothing() {
        assertThat(client.patch(path, "{}").is(200).json())
                .isEqualTo(client.get(path).json());
    }

    @Test
    void severalFieldsChangeTogether() {
        JsonNode answer = client.patch(path, "{\"description\": null, \"active\": false, \"watchlist_only\": false}")
                .is(200)
                .json();

        assertThat(answer.path("description").isNull()).isTrue();
        assertThat(answer.path("active").booleanValue()).isFalse();
        assertThat(answer.path("watchlist_only").booleanValue()).isFalse();
        assertThat(answer.path("url").asString()).isEqualTo("https://93.184.216.34/before");
    }
}
