package io.igregulator.webhooks.worker.outcome;

import static org.assertj.core.api.Assertions.assertThat;

import io.igregulator.webhooks.history.DeliveryError;
import io.igregulator.webhooks.http.Exchange;
import io.igregulator.webhooks.http.ExchangeError;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ResultMetersTest {
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final ResultMeters meters = new ResultMeters(registry);

    @Test
    void everyResultHasItsSeriesFromTheStart() {
        Stream<String> results = Stream.of(
                        Stream.of("2xx none", "3xx receiver", "4xx receiver", "429 receiver", "410 receiver"),
                        Stream.of("5xx receiver"),
                        Arrays.stream(ExchangeError.values())
                                .map(error ->
                                        error.wireName() + " " + error.fault().wireName()),
                        Arrays.stream(DeliveryError.values())
                                .map(error ->
                                        error.wireName() + " " + error.fault().wireName()))
                .flatMap(pairs -> pairs);

        assertThat(registry.find("webhook.attempt.results").meters())
                .extracting(Meter::getId)
                .extracting(id -> id.getTag("result") + " " + id.getTag("fault"))
                .containsExactlyInAnyOrderElementsOf(results.toList());
        assertThat(registry.find("webhook.attempt.results").counters()).allMatch(counter -> counter.count() == 0);
    }

    @ParameterizedTest
    @CsvSource({
        "200, 2xx",
        "204, 2xx",
        "302, 3xx",
        "404, 4xx",
        "429, 429",
        "410, 410",
        "500, 5xx",
        "503, 5xx",
        "600, 5xx",
        "999, 5xx"
    })
    void aStatusCountsInItsClass(int status, String result) {
        meters.ended(new Exchange.Answered(status, Duration.ZERO, null, null));

        assertThat(count(result)).isEqualTo(1);
        assertThat(total()).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource
    void anErrorCountsUnderItsCode(ExchangeError error) {
        meters.ended(new Exchange.Unanswered(error, Duration.ZERO));

        assertThat(count(error.wireName())).isEqualTo(1);
        assertThat(total()).isEqualTo(1);
    }

    @Test
    void whatIsBlockedCountsAsAnAttackToo() {
        meters.ended(new Exchange.Unanswered(ExchangeError.PRIVATE_IP_BLOCKED, Duration.ZERO));

        assertThat(registry.get("webhook.ssrf.blocked")
                        .tag("where", "send")
                        .functionCounter()
                        .count())
                .isEqualTo(1);
    }

    @Test
    void deliveriesThatFailedWithoutAnAttemptCountAsMany() {
        meters.failed(DeliveryError.EXPIRED, 7);

        assertThat(count("expired")).isEqualTo(7);
    }

    private double count(String result) {
        return registry.get("webhook.attempt.results")
                .tag("result", result)
                .counter()
                .count();
    }

    private double total() {
        return registry.find("webhook.attempt.results").counters().stream()
                .mapToDouble(counter -> counter.count())
                .sum();
    }
}
