package io.igregulator.webhooks.api.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.igregulator.webhooks.api.fixture.Answer;
import io.igregulator.webhooks.api.fixture.Client;
import io.igregulator.webhooks.api.fixture.RawHttp;
import io.igregulator.webhooks.api.fixture.RunningApi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers that belong to no route are kept out of caches, and documents are not. */
class NoStoreIT {
    private final RunningApi api = RunningApi.strict();
    private final Client client = api.customer("pro").client();

    @Test
    void anAnswerWithASecret() {
        String created = "{\"url\": \"https://93.184.216.34/\", \"events\": [\"license.issued\"]}";

        assertThat(client.post("/v1/webhooks", created).is(201).headers().allValues("Cache-Control"))
                .containsExactly("no-store");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/nothing", "/nothing", "/error", "/v1/webhooks/x", "/v1/event-types/no.such.type"})
    void anError(String path) {
        assertThat(client.get(path).is(404).headers().allValues("Cache-Control"))
                .containsExactly("no-store");
    }

    @Test
    void aRefusalBeforeAnyRoute() {
        assertThat(api.anonymous().get("/v1/webhooks").is(401).header("Cache-Control"))
                .isEqualTo("no-store");
        assertThat(new RawHttp(api.port()).send("GET\r\n\r\n").is(400).header("Cache-Control"))
                .isEqualTo("no-store");
        assertThat(client.send("OPTIONS", "/v1/event-types", "").is(200).header("Cache-Control"))
                .isEqualTo("no-store");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/actuator/health", "/actuator/prometheus", "/actuator/nothing"})
    void theActuator(String path) {
        assertThat(api.operator().get(path).headers().allValues("Cache-Control"))
                .containsExactly("no-store");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/openapi.json",
                "/docs",
                "/docs/receivers",
                "/docs/receivers/vectors.json",
                "/docs/receivers/examples/java/VerifyDelivery.java",
                "/v1/event-types"
            })
    void documentsStayFreshForAWhile(String path) {
        fresh(client.get(path));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/operator/openapi.json", "/operator/docs", "/operator/docs/page.js"})
    void theOperatorsDocumentsToo(String path) {
        fresh(api.operator().authorization(null).get(path));
    }

    private static void fresh(Answer document) {
        assertThat(document.is(200).headers().allValues("Cache-Control"))
                .singleElement()
                .asString()
                .startsWith("max-age=300");
    }
}
