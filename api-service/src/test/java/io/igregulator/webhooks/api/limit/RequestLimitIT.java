package io.igregulator.webhooks.api.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.igregulator.webhooks.api.fixture.Answer;
import io.igregulator.webhooks.api.fixture.Client;
import io.igregulator.webhooks.api.fixture.InParallel;
import io.igregulator.webhooks.api.fixture.RunningApi;
import io.igregulator.webhooks.api.fixture.RunningApi.Customer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestLimitIT {
    private static final int THREADS = 24;
    private static final int REQUESTS_EACH = 40;

    private final RunningApi api = RunningApi.strict();

    @Test
    void twoProcessesTogetherAdmitNoMoreThanTheLimit() {
        Customer customer = api.limitedCustomer("pro");
        try (RunningApi second = api.another()) {
            List<Client> clients = List.of(customer.client(), second.withKey(customer.key()));
            long start = System.nanoTime();

            List<Answer> answers = InParallel.call(THREADS, i -> {
                        List<Answer> own = new ArrayList<>();
                        for (int n = 0; n < REQUESTS_EACH; n++) {
                            own.add(clients.get(i % 2).get("/v1/webhooks"));
                        }
                        return own;
                    })
                    .stream()
                    .flatMap(List::stream)
                    .toList();

            double seconds = (System.nanoTime() - start) / 1e9;
            long admitted =
                    answers.stream().filter(answer -> answer.status() == 200).count();
            assertThat(admitted).isBetween(20L, 20 + (long) Math.ceil(20 * seconds));
            assertThat(answers)
                    .filteredOn(answer -> answer.status() != 200)
                    .isNotEmpty()
                    .allSatisfy(RequestLimitIT::isRefused);
        }
    }

    @ParameterizedTest
    @CsvSource({"starter, 5", "pro, 20"})
    void aCappedPlanShowsWithEveryAnswerWhatIsLeft(String plan, int limit) {
        Client client = api.limitedCustomer(plan).client();
        long before = Instant.now().getEpochSecond();

        Answer answer = client.get("/v1/webhooks").is(200);

        assertThat(answer.header("X-RateLimit-Limit")).isEqualTo(Integer.toString(limit));
        assertThat(answer.header("X-RateLimit-Remaining")).isEqualTo(Integer.toString(limit - 1));
        assertThat(Long.parseLong(answer.header("X-RateLimit-Reset"))).isBetween(before, before + 30);
    }

    @Test
    void refusalsTellItToo() {
        Client client = api.customer("pro").client();

        for (Answer refused : List.of(
                client.get("/v1/no/such/route").is(404),
                client.get("/v1/webhooks/" + UUID.randomUUID()).is(404),
                client.delete("/v1/webhooks").is(405),
                client.post("/v1/webhooks", "{").is(400),
                client.post("/v1/webhooks", " ".repeat(70_000)).is(413))) {
            assertThat(refused.header("X-RateLimit-Limit")).isEqualTo("10000");
            assertThat(refused.header("X-RateLimit-Remaining")).isNotEmpty();
            assertThat(refused.header("X-RateLimit-Reset")).isNotEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"business", "enterprise"})
    void aPlanWithoutAFixedCapHasNoLimitAndNoHeaders(String plan) {
        Client client = api.limitedCustomer(plan).client();

        List<Answer> answers = InParallel.call(30, i -> client.get("/v1/webhooks"));

        assertThat(answers)
                .allSatisfy(
                        answer -> assertThat(answer.is(200).headers().map()).doesNotContainKey("x-ratelimit-limit"));
    }

    @Test
    void whatWasNegotiatedTakesThePlaceOfThePlansFigureUntilItIsTakenBack() {
        Customer customer = api.limitedCustomer("enterprise");

        assertThat(negotiate(customer, "2").header("X-RateLimit-Limit")).isEqualTo("2");
        assertThat(negotiate(customer, "7000").header("X-RateLimit-Limit")).isEqualTo("7000");
        assertThat(negotiate(customer, "null").headers().map()).doesNotContainKey("x-ratelimit-limit");
    }

    @Test
    void overTheLimitARequestIsRefusedUntilThereIsATokenAgain() {
        Customer customer = api.limitedCustomer("pro");
        negotiate(customer, "1");

        Answer refused = InParallel.call(5, i -> customer.client().post("/v1/webhooks", "{")).stream()
                .filter(answer -> answer.status() == 429)
                .findFirst()
                .orElseThrow();

        isRefused(refused);
        assertThat(refused.header("X-RateLimit-Limit")).isEqualTo("1");
        await().atMost(Duration.ofSeconds(10))
                .pollInterval(Duration.ofMillis(200))
                .untilAsserted(() -> customer.client().get("/v1/webhooks").is(200));
    }

    @Test
    void eachKeyHasABucketOfItsOwn() {
        Customer customer = api.limitedCustomer("starter");
        String second = api.operator()
                .post("/operator/v1/accounts/" + customer.accountId() + "/keys", "")
                .json()
                .path("api_key")
                .asString();
        emptyFor(customer, "1 second");

        assertThat(api.withKey(second).get("/v1/webhooks").is(200).header("X-RateLimit-Remaining"))
                .isEqualTo("4");
    }

    @Test
    void aClockThatWasSetBackLocksNoKeyOut() {
        Customer customer = api.limitedCustomer("pro");
        emptyFor(customer, "1 hour");

        customer.client().get("/v1/webhooks").isError(429, "rate_limited", "rate_limited");

        await().atMost(Duration.ofSeconds(10))
                .pollInterval(Duration.ofMillis(200))
                .untilAsserted(() -> customer.client().get("/v1/webhooks").is(200));
    }

    @Test
    void aKeyThatIsNotInForceSpendsNothing() {
        Customer customer = api.limitedCustomer("starter");
        api.operator()
                .patch("/operator/v1/accounts/" + customer.accountId(), "{\"suspended\": true}")
                .is(200);

        Answer refused = customer.client().get("/v1/webhooks").is(402);

        assertThat(refused.headers().map()).doesNotContainKey("x-ratelimit-limit");
        assertThat(api.database()
                        .sql("SELECT count(*) FROM request_bucket WHERE key_id = ?::uuid")
                        .param(customer.keyId())
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "10001", "1.5", "5.0", "\"5\"", "true", "[]", "1e400", "99999999999999999999"})
    void aRateThatIsNoneIsRefused(String rate) {
        api.operator()
                .patch(
                        "/operator/v1/accounts/" + api.customer("pro").accountId(),
                        "{\"requests_per_second\": " + rate + "}")
                .isError(400, "invalid_query", "invalid_input")
                .blames("requests_per_second");
    }

    private Answer negotiate(Customer customer, String rate) {
        String account = "/operator/v1/accounts/" + customer.accountId();
        Answer changed = api.operator()
                .patch(account, "{\"requests_per_second\": " + rate + "}")
                .is(200);
        assertThat(changed.json().path("requests_per_second").toString()).isEqualTo(rate);
        assertThat(api.operator().get(account).json()).isEqualTo(changed.json());
        return customer.client().get("/v1/webhooks").is(200);
    }

    private void emptyFor(Customer customer, String interval) {
        customer.client().get("/v1/webhooks");
        api.database()
                .sql("UPDATE request_bucket SET full_at = now() + ?::interval WHERE key_id = ?::uuid")
                .param(interval)
                .param(customer.keyId())
                .update();
    }

    private static void isRefused(Answer answer) {
        answer.isError(429, "rate_limited", "rate_limited");
        assertThat(answer.header("Retry-After")).isEqualTo("1");
        assertThat(answer.header("X-RateLimit-Remaining")).isEqualTo("0");
        assertThat(answer.header("X-RateLimit-Limit")).matches("[0-9]+");
        assertThat(answer.header("X-RateLimit-Reset")).matches("[0-9]{10}");
    }
}
