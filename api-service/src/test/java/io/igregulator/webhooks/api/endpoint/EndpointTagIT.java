package io.igregulator.webhooks.api.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import io.igregulator.webhooks.api.fixture.Answer;
import io.igregulator.webhooks.api.fixture.Client;
import io.igregulator.webhooks.api.fixture.InParallel;
import io.igregulator.webhooks.api.fixture.RunningApi;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Of two who edit the same endpoint, the second learns that it has changed. */
class EndpointTagIT {
    private static final String BODY = "{\"url\": \"https://93.184.216.34/\", \"events\": [\"license.issued\"]}";

    private final RunningApi api = RunningApi.strict();
    private final Client client = api.customer("enterprise").client();
    private final Answer created = client.post("/v1/webhooks", BODY).is(201);
    private final String one = "/v1/webhooks/" + created.json().path("id").asString();

    @Test
    void everyAnswerWithTheEndpointHasItsTag() {
        String tag = created.header("ETag");

        assertThat(tag).matches("\"[0-9]+\"");
        assertThat(client.get(one).is(200).header("ETag")).isEqualTo(tag);
        assertThat(client.send("HEAD", one, "").is(200).header("ETag")).isEqualTo(tag);
        String changed = patch("{\"description\": \"a\"}", tag).is(200).header("ETag");
        assertThat(changed).isNotEqualTo(tag);
        assertThat(client.get(one).header("ETag")).isEqualTo(changed);
    }

    @Test
    void theSecondEditorIsRefusedAndHasChangedNothing() {
        String read = client.get(one).header("ETag");
        patch("{\"description\": \"first\"}", read).is(200);

        patch("{\"description\": \"second\"}", read)
                .isError(412, "invalid_query", "precondition_failed")
                .blames("If-Match");

        assertThat(client.get(one).json().path("description").asString()).isEqualTo("first");
        patch("{\"description\": \"second\"}", client.get(one).header("ETag")).is(200);
    }

    @Test
    void ofManyEditorsAtOnceOneIsTaken() {
        String read = client.get(one).header("ETag");

        List<Answer> answers = InParallel.call(8, i -> patch("{\"description\": \"editor " + i + "\"}", read));

        assertThat(answers).extracting(Answer::status).containsOnlyOnce(200).contains(412);
        assertThat(answers).filteredOn(answer -> answer.status() == 412).hasSize(7);
    }

    @Test
    void aChangeOfSecretsIsAChange() {
        String read = client.get(one).header("ETag");
        send("POST", one + "/rotate_secret", read).is(200);

        send("POST", one + "/rotate_secret", read).isError(412, "invalid_query", "precondition_failed");
        send("POST", one + "/revoke_secrets", read).isError(412, "invalid_query", "precondition_failed");
        send("DELETE", one, read).isError(412, "invalid_query", "precondition_failed");

        String now = client.get(one).header("ETag");
        send("POST", one + "/revoke_secrets", now).is(200);
        send("DELETE", one, client.get(one).header("ETag")).is(204);
    }

    @Test
    void whatDeliveriesLeaveBehindIsNotAChange() {
        String read = client.get(one).header("ETag");
        api.database()
                .sql("INSERT INTO endpoint_activity (endpoint_id, failure_count) VALUES (?::uuid, 3)")
                .param(one.substring(one.lastIndexOf('/') + 1))
                .update();

        Answer now = client.send("GET", one, BodyPublishers.noBody(), request -> request.header("If-None-Match", read));

        assertThat(now.is(200).json().path("failure_count").asInt()).isEqualTo(3);
        patch("{\"description\": \"a\"}", read).is(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"*", " * ", "\"0\", TAG", "W/\"x\",TAG", ", TAG ,", "\"a,b\", TAG", "\"\",TAG"})
    void aConditionThatHolds(String condition) {
        String tag = client.get(one).header("ETag");

        patch("{\"description\": \"a\"}", condition.replace("TAG", tag)).is(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"0\"", "\"0\", \"00\"", "W/TAG", "\"*\""})
    void aConditionThatDoesNot(String condition) {
        String tag = client.get(one).header("ETag");

        patch("{\"description\": \"a\"}", condition.replace("TAG", tag))
                .isError(412, "invalid_query", "precondition_failed");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", ",", "1", "\"1", "1\"", "*, \"1\"", "\"1\" \"2\"", "w/\"1\"", "\"1\"; \"2\"", "\"a b\""})
    void aConditionThatCannotBeRead(String condition) {
        patch("{\"description\": \"a\"}", condition)
                .isError(400, "invalid_query", "invalid_input")
                .blames("If-Match");
        send("DELETE", one, condition).isError(400, "invalid_query", "invalid_input");
        client.get(one).is(200);
    }

    @Test
    void anUnknownEndpointIsUnknownWhateverTheCondition() {
        send("DELETE", "/v1/webhooks/" + UUID.randomUUID(), "*").isError(404, "not_found", "webhook_not_found");
        send("DELETE", "/v1/webhooks/" + UUID.randomUUID(), "\"1\"").isError(404, "not_found", "webhook_not_found");
    }

    private Answer patch(String body, String condition) {
        return client.send(
                "PATCH",
                one,
                BodyPublishers.ofString(body),
                request -> request.header("Content-Type", "application/json").header("If-Match", condition));
    }

    private Answer send(String method, String path, String condition) {
        return client.send(method, path, BodyPublishers.noBody(), request -> request.header("If-Match", condition));
    }
}
