package io.igregulator.webhooks.api.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.igregulator.webhooks.api.fixture.Answer;
import io.igregulator.webhooks.api.fixture.InParallel;
import io.igregulator.webhooks.api.fixture.OpenRequests;
import io.igregulator.webhooks.api.fixture.RunningApi;
import io.igregulator.webhooks.api.fixture.RunningApi.Customer;
import io.igregulator.webhooks.api.fixture.SilentReceiver;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What an account has under way at one time is bounded, and another account does not notice that it is at its bound. */
class AtOnceIT {
    private static final RunningApi API = RunningApi.with(Map.of(
            "webhooks.url.allow-http", "true",
            "webhooks.url.allowed-cidrs", "127.0.0.0/8",
            "webhooks.connections.body-timeout", "60s",
            "webhooks.limits.max-wait", "200ms",
            "webhooks.limits.requests-per-second", "15"));
    private static final String WEBHOOKS = "/v1/webhooks";

    private final OpenRequests open = new OpenRequests(API.port());
    private final Customer greedy = API.customer("enterprise");
    private final Customer other = API.customer("pro");

    @AfterAll
    static void stop() {
        API.close();
    }

    @AfterEach
    void close() {
        open.close();
    }

    @Test
    void oneRequestTooManyIsRefusedAndAnotherAccountsIsServed() {
        for (int i = 0; i < 8; i++) {
            open.withoutEnd(greedy.key());
        }

        Answer refused = awaitRefusal("GET", WEBHOOKS);

        refused.isError(429, "rate_limited", "too_many_requests_at_once");
        assertThat(refused.header("Retry-After")).isEqualTo("1");
        assertThat(refused.header("X-RateLimit-Limit")).isEqualTo("8");
        other.client().get(WEBHOOKS).is(200);
        open.close();
        await().untilAsserted(() -> greedy.client().get(WEBHOOKS).is(200));
    }

    @Test
    void oneTestTooManyOfAWebhookIsRefused() {
        try (SilentReceiver receiver = new SilentReceiver()) {
            String path = WEBHOOKS + "/" + create(receiver) + "/test";
            open.complete("POST", path, greedy.key());
            open.complete("POST", path, greedy.key());

            awaitRefusal("POST", path).isError(429, "rate_limited", "too_many_tests_at_once");

            greedy.client().get(WEBHOOKS).is(200);
        }
    }

    @Test
    void oneTestTooManyOfAnAccountIsRefused() {
        try (SilentReceiver receiver = new SilentReceiver()) {
            for (int i = 0; i < 2; i++) {
                String path = WEBHOOKS + "/" + create(receiver) + "/test";
                open.complete("POST", path, greedy.key());
                open.complete("POST", path, greedy.key());
            }

            awaitRefusal("POST", WEBHOOKS + "/" + create(receiver) + "/test")
                    .isError(429, "rate_limited", "too_many_tests_at_once");
        }
    }

    @Test
    void aPlanWithoutAFixedCapHasACeiling() {
        Customer uncapped = API.limitedCustomer("business");

        List<Answer> answers = InParallel.call(24, i -> uncapped.client().get(WEBHOOKS)).stream()
                .toList();

        assertThat(answers)
                .filteredOn(answer -> answer.status() == 200)
                .isNotEmpty()
                .allSatisfy(
                        answer -> assertThat(answer.header("X-RateLimit-Limit")).isEmpty());
        assertThat(answers)
                .filteredOn(answer -> answer.status() != 200)
                .isNotEmpty()
                .allSatisfy(answer -> answer.isError(429, "rate_limited", "rate_limited"));
    }

    private Answer awaitRefusal(String method, String path) {
        return await().atMost(Duration.ofSeconds(20))
                .until(() -> greedy.client().send(method, path, ""), answer -> answer.status() == 429);
    }

    private String create(SilentReceiver receiver) {
        return greedy.client()
                .post(WEBHOOKS, "{\"url\": \"" + receiver.url() + "\", \"events\": [\"license.issued\"]}")
                .is(201)
                .json()
                .path("id")
                .asString();
    }
}
