package io.igregulator.webhooks.api.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import io.igregulator.webhooks.api.fixture.Answer;
import io.igregulator.webhooks.api.fixture.Client;
import io.igregulator.webhooks.api.fixture.RunningApi;
import io.igregulator.webhooks.api.fixture.RunningApi.Customer;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class EndpointsIT {
    private static final String MINIMAL = """
            {"url": "https://93.184.216.34/hook", "events": ["license.issued"]}""";

    private final RunningApi api = RunningApi.strict();
    private final Customer customer = api.customer("business");
    private final Client client = customer.client();

    @Test
    void creationAnswersTheEndpointWithItsDefaultsAndItsSecret() {
        Answer answer = client.post("/v1/webhooks", MINIMAL).is(201);

        JsonNode endpoint = answer.json();
        assertThat(endpoint.propertyNames())
                .containsExactlyInAnyOrder(
                        "id",
                        "url",
                        "description",
                        "events",
                        "active",
                        "watchlist_only",
                        "created_at",
                        "last_delivered_at",
                        "last_delivery_status",
                        "failure_count",
                        "secret");
        assertThat(UUID.fromString(endpoint.path("id").asString())).isNotNull();
        assertThat(endpoint.path("url").asString()).isEqualTo("https://93.184.216.34/hook");
        assertThat(endpoint.path("description").isNull()).isTrue();
        assertThat(endpoint.path("active").booleanValue()).isTrue();
        assertThat(endpoint.path("watchlist_only").booleanValue()).isTrue();
        assertThat(endpoint.path("created_at").asString())
                .matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z");
        assertThat(endpoint.path("last_delivered_at").isNull()).isTrue();
        assertThat(endpoint.path("last_delivery_status").isNull()).isTrue();
        assertThat(endpoint.path("failure_count").intValue()).isZero();
        assertThat(endpoint.path("secret").asString()).matches("whsec_[A-Za-z0-9]{44}");
    }
}
