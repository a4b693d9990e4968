package io.igregulator.webhooks.api.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.igregulator.webhooks.api.fixture.Answer;
import io.igregulator.webhooks.api.fixture.Client;
import io.igregulator.webhooks.api.fixture.InParallel;
import io.igregulator.webhooks.api.fixture.RunningApi;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PollLimitIT {
    private static final String FEED = "/v1/watchlist/events";

    private final RunningApi api = RunningApi.strict();

    @AfterEach
    void reset() {
        api.clock().reset();
    }

    @ParameterizedTest
    @CsvSource({"starter, 10, 360", "pro, 60, 60", "business, 600, 6"})
    void everyAnswerSaysWhatIsLeft(String plan, int limit, int interval) {
        Client client = api.customer(plan).client();

        Answer first = client.get(FEED).is(200);
        Answer refused = client.get(FEED + "?limit=0").is(400);

        assertThat(first.header("X-Poll-RateLimit-Limit")).isEqualTo(Integer.toString(limit));
        assertThat(first.header("X-Poll-RateLimit-Remaining")).isEqualTo(Integer.toString(limit - 1));
        assertThat(first.header("X-Poll-RateLimit-Window")).isEqualTo("3600");
        assertThat(first.header("X-Poll-Recommended-Interval")).isEqualTo(Integer.toString(interval));
        assertThat(Long.parseLong(first.header("X-Poll-RateLimit-Reset")))
                .isBetween(
                        Instant.now().plusSeconds(3540).getEpochSecond(),
                        Instant.now().plusSeconds(3601).getEpochSecond());
        assertThat(refused.header("X-Poll-RateLimit-Remaining")).isEqualTo(Integer.toString(limit - 2));
        assertThat(refused.header("X-Poll-RateLimit-Reset")).isEqualTo(first.header("X-Poll-RateLimit-Reset"));
    }

    @Test
    void aPlanWithoutACeilingHasNothingToCount() {
        Answer answer = api.customer("enterprise").client().get(FEED).is(200);

        assertThat(answer.headers().map())
                .doesNotContainKeys("x-poll-ratelimit-limit", "x-poll-ratelimit-remaining", "x-poll-ratelimit-reset");
        assertThat(answer.header("X-Poll-RateLimit-Window")).isEqualTo("3600");
        assertThat(answer.header("X-Poll-Recommended-Interval")).isEqualTo("5");
    }

    @Test
    void onePollTooManyIsRefusedUntilTheHourIsOver() {
        Client client = api.customer("starter").client();
        for (int i = 0; i < 10; i++) {
            client.get(FEED).is(200);
        }

        api.clock().advance(Duration.ofMinutes(30));
        client.get(FEED).is(429);
        Answer refused = client.get(FEED).isError(429, "rate_limited", "watchlist_events_poll_limit");

        assertThat(refused.header("X-RateLimit-Limit")).isEqualTo("10");
        assertThat(refused.header("X-RateLimit-Remaining")).isEqualTo("0");
        assertThat(refused.header("X-RateLimit-Reset")).isEqualTo(refused.header("X-Poll-RateLimit-Reset"));
        assertThat(refused.header("X-Poll-RateLimit-Remaining")).isEqualTo("0");
        assertThat(refused.header("X-Poll-RateLimit-Window")).isEqualTo("3600");
        assertThat(refused.header("X-Poll-Recommended-Interval")).isEqualTo("360");
        long wait = Long.parseLong(refused.header("Retry-After"));
        assertThat(wait).isBetween(1700L, 1801L);
        api.clock().advance(Duration.ofSeconds(wait));
        assertThat(client.get(FEED).is(200).header("X-Poll-RateLimit-Remaining"))
                .isEqualTo("9");
    }

    @Test
    void manyPollsAtOnceAreCountedOneByOne() {
        Client client = api.customer("starter").client();

        List<Answer> answers = InParallel.call(20, i -> client.get(FEED));

        assertThat(answers).filteredOn(answer -> answer.status() == 200).hasSize(10);
        assertThat(answers).filteredOn(answer -> answer.status() == 429).hasSize(10);
    }

    @Test
    void accountsCountForThemselvesAndALargerPlanHelpsAtOnce() {
        RunningApi.Customer customer = api.customer("starter");
        for (int i = 0; i < 11; i++) {
            customer.client().get(FEED);
        }

        api.customer("starter").client().get(FEED).is(200);
        api.operator()
                .patch("/operator/v1/accounts/" + customer.accountId(), "{\"plan\": \"pro\"}")
                .is(200);
        customer.client().get(FEED).is(200);
    }
}
