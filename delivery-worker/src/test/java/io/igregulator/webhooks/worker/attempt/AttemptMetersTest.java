package io.igregulator.webhooks.worker.attempt;

import static org.assertj.core.api.Assertions.assertThat;

import io.igregulator.webhooks.worker.delivery.Delivery;
import io.igregulator.webhooks.worker.fixture.Deliveries;
import io.igregulator.webhooks.worker.fixture.RecordingTicket;
import io.igregulator.webhooks.worker.outcome.Outcome;
import io.igregulator.webhooks.worker.retry.RetryDecision;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class AttemptMetersTest {
    private static final String[] BUCKETS = {"0.1", "0.25", "0.5", "1.0", "2.0", "5.0", "15.0", "60.0", "300.0", "+Inf"
    };

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final AttemptMeters meters = new AttemptMeters(registry);

    @Test
    void bucketsAreTheThresholdsOfTheObjectives() {
        assertThat(bounds("webhook_attempt_seconds_bucket{outcome=\"retry\",")).containsExactly(BUCKETS);
        assertThat(bounds("webhook_event_to_first_attempt_seconds_bucket{")).containsExactly(BUCKETS);
    }

    @Test
    void anAttemptCountsFromItsThresholdOn() {
        meters.attempted(lasting(250));
        meters.attempted(lasting(251));

        assertThat(registry.scrape())
                .contains(
                        "webhook_attempt_seconds_bucket{outcome=\"delivered\",le=\"0.1\"} 0",
                        "webhook_attempt_seconds_bucket{outcome=\"delivered\",le=\"0.25\"} 1",
                        "webhook_attempt_seconds_bucket{outcome=\"delivered\",le=\"0.5\"} 2");
    }

    @Test
    void theWayToTheFirstAttemptIsMeasuredForFreshDeliveriesAlone() {
        meters.attempted(lasting(1));
        meters.attempted(attempted(Deliveries.claimed(Deliveries.endpoint(), new RecordingTicket()), 1));

        assertThat(registry.scrape())
                .contains("webhook_event_to_first_attempt_seconds_bucket{le=\"2.0\"} 0")
                .contains("webhook_event_to_first_attempt_seconds_bucket{le=\"5.0\"} 1")
                .contains("webhook_event_to_first_attempt_seconds_count 1");
    }

    private List<String> bounds(String series) {
        return Pattern.compile(Pattern.quote(series) + "le=\"([^\"]+)\"")
                .matcher(registry.scrape())
                .results()
                .map(match -> match.group(1))
                .toList();
    }

    private static Outcome.Attempted lasting(int millis) {
        return attempted(Deliveries.fresh(Deliveries.endpoint(), new RecordingTicket()), millis);
    }

    private static Outcome.Attempted attempted(Delivery delivery, int millis) {
        return new Outcome.Attempted(
                delivery,
                delivery.publishedAt().plusSeconds(3),
                millis,
                200,
                null,
                null,
                new RetryDecision.Delivered());
    }
}
