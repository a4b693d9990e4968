package io.igregulator.webhooks.api.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.igregulator.webhooks.api.fixture.Answer;
import io.igregulator.webhooks.api.fixture.Client;
import io.igregulator.webhooks.api.fixture.RunningApi;
import io.igregulator.webhooks.event.EventType;
import io.igregulator.webhooks.schema.EventSchema;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class EventTypesIT {
    private static final String ALL = "/v1/event-types";

    private final RunningApi api = RunningApi.strict();
    private final Client client = api.customer("starter").client();

    @Test
    void allTypesAreListedInTheContractsOrder() {
        JsonNode types = client.get(ALL).is(200).json().path("event_types");

        assertThat(types.valueStream().map(type -> type.path("event").stringValue()))
                .containsExactlyElementsOf(Arrays.stream(EventType.values())
                        .map(EventType::wireName)
                        .toList());
    }

    @ParameterizedTest
    @EnumSource
    void eachHasWhatASubscriberNeeds(EventType type) {
        JsonNode view = client.get(ALL + "/" + type.wireName()).is(200).json();
        EventSchema schema = EventSchema.load("2026-04-20", type.wireName());

        assertThat(view.propertyNames())
                .containsExactly(
                        "event", "title", "description", "api_version", "audience", "condition", "example", "schema");
        assertThat(view.path("event").stringValue()).isEqualTo(type.wireName());
        assertThat(view.path("title").stringValue()).isNotBlank();
        assertThat(view.path("description").stringValue()).isNotBlank();
        assertThat(view.path("condition").stringValue()).isNotBlank();
        assertThat(view.path("api_version").stringValue()).isEqualTo("2026-04-20");
        assertThat(view.path("schema")).isEqualTo(schema.document());
        assertThat(schema.firstDefect(view.path("example"))).isEmpty();
        assertThat(client.get(ALL).json().path("event_types").valueStream()).contains(view);
    }

    @ParameterizedTest
    @CsvSource({
        "license.issued, operator",
        "regulatory_action.added, operator",
        "coverage.restored, everyone",
        "webhook.endpoint_degraded, siblings",
        "webhook.endpoint_recovered, siblings",
        "webhook.endpoint_disabled, siblings"
    })
    void eachSaysWhoGetsIt(String type, String audience) {
        assertThat(client.get(ALL + "/" + type).json().path("audience").stringValue())
                .isEqualTo(audience);
    }

    @ParameterizedTest
    @ValueSource(strings = {"license.unheard_of", "LICENSE.ISSUED", "test.ping", "%00", "license"})
    void thereIsNoOther(String type) {
        Answer answer = client.get(ALL + "/" + type);

        if (type.equals("%00")) {
            answer.isError(400, "invalid_query", "invalid_input");
        } else {
            answer.isError(404, "not_found", "event_type_not_found").blamesNothing();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {ALL, ALL + "/license.issued"})
    void whoHasThemAlreadyGetsThemNotAgain(String path) {
        String tag = client.get(path).is(200).header("ETag");

        assertThat(tag).matches("\"[0-9a-f]{32}\"");
        assertThat(client.get(path).header("Cache-Control")).contains("private").contains("max-age=300");
        Answer again = conditional(path, tag).is(304);
        assertThat(again.body()).isEmpty();
        assertThat(again.header("ETag")).isEqualTo(tag);
        conditional(path, "\"another\"").is(200);
    }

    @Test
    void aKeyIsNeeded() {
        api.anonymous().get(ALL).isError(401, "auth_required", "api_key_missing");
        api.anonymous().get(ALL + "/license.issued").isError(401, "auth_required", "api_key_missing");
    }

    @Test
    void nothingElseCanBeDoneWithThem() {
        Answer answer = client.post(ALL, "{}").isError(405, "invalid_query", "method_not_allowed");

        assertThat(answer.header("Allow")).contains("GET");
    }

    private Answer conditional(String path, String tag) {
        return client.send("GET", path, BodyPublishers.noBody(), request -> request.setHeader("If-None-Match", tag));
    }
}
