package io.igregulator.webhooks.api.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import io.igregulator.webhooks.api.fixture.Answer;
import io.igregulator.webhooks.api.fixture.Client;
import io.igregulator.webhooks.api.fixture.InParallel;
import io.igregulator.webhooks.api.fixture.RunningApi;
import io.igregulator.webhooks.api.fixture.RunningApi.Customer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuotaIT {
    private static final String ENDPOINT = """
            {"url": "https://93.184.216.34/hook", "events": ["license.issued"]}""";

    private final RunningApi api = RunningApi.strict();

    @ParameterizedTest
    @CsvSource({"starter, 1", "pro, 5", "business, 20"})
    void thePlanSaysHowManyEndpointsThereMayBe(String plan, int limit) {
        Client client = api.customer(plan).client();

        for (int i = 0; i < limit; i++) {
            client.post("/v1/webhooks", ENDPOINT).is(201);
        }

        client.post("/v1/webhooks", ENDPOINT)
                .isError(403, "quota_exceeded", "webhook_quota_exceeded")
                .blamesNothing();
    }

    @Test
    void enterpriseHasNoLimit() {
        Client client = api.customer("enterprise").client();

        for (int i = 0; i < 25; i++) {
            client.post("/v1/webhooks", ENDPOINT).is(201);
        }
    }

    @Test
    void ofManyCreationsAtOnceExactlyAsManySucceedAsThePlanAllows() {
        Client client = api.customer("pro").client();

        List<Answer> answers = InParallel.call(20, i -> client.post("/v1/webhooks", ENDPOINT));

        assertThat(answers).filteredOn(answer -> answer.status() == 201).hasSize(5);
        assertThat(answers)
                .filteredOn(answer -> answer.status() != 201)
                .allSatisfy(answer -> answer.isError(403, "quota_exceeded", "webhook_quota_exceeded"));
        assertThat(client.get("/v1/webhooks").json().path("webhooks")).hasSize(5);
    }

    @Test
    void aDeletedEndpointMakesRoomAndInactiveOnesTakeIt() {
        Client client = api.customer("starter").client();
        String path = "/v1/webhooks/"
                + client.post("/v1/webhooks", ENDPOINT).json().path("id").asString();

        client.patch(path, "{\"active\": false}").is(200);
        client.post("/v1/webhooks", ENDPOINT).isError(403, "quota_exceeded", "webhook_quota_exceeded");
        client.delete(path).is(204);
        client.post("/v1/webhooks", ENDPOINT).is(201);
    }

    @Test
    void aChangedPlanCountsFromTheNextCreation() {
        Customer customer = api.customer("starter");
        customer.client().post("/v1/webhooks", ENDPOINT).is(201);

        api.operator()
                .patch("/operator/v1/accounts/" + customer.accountId(), "{\"plan\": \"pro\"}")
                .is(200);

        customer.client().post("/v1/webhooks", ENDPOINT).is(201);
    }

    @Test
    void aBadBodyIsReportedBeforeABlockedUrlAndThatBeforeTheQuota() {
        Client client = api.customer("starter").client();
        client.post("/v1/webhooks", ENDPOINT).is(201);

        client.post("/v1/webhooks", "{\"url\": \"https://127.0.0.1/\", \"events\": []}")
                .isError(400, "invalid_query", "invalid_input")
                .blames("events");
        client.post("/v1/webhooks", "{\"url\": \"https://127.0.0.1/\", \"events\": [\"license.issued\"]}")
                .isError(400, "invalid_query", "private_ip_blocked")
                .blames("url");
    }
}
