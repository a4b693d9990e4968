package io.igregulator.webhooks.worker.attempt;

import io.igregulator.webhooks.worker.outcome.Outcome;
import io.igregulator.webhooks.worker.retry.RetryDecision;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Attempts by outcome, their latency, and how long an event took to its first attempt. */
final class AttemptMeters {
    private static final List<String> OUTCOMES = List.of("delivered", "retry", "exhausted", "gone");

    // Objectives are checked at these thresholds exactly; a percentile histogram has four times the series and none of
    // them.
    private static final Duration[] BUCKETS = {
        Duration.ofMillis(100),
        Duration.ofMillis(250),
        Duration.ofMillis(500),
        Duration.ofSeconds(1),
        Duration.ofSeconds(2),
        Duration.ofSeconds(5),
        Duration.ofSeconds(15),
        Duration.ofMinutes(1),
        Duration.ofMinutes(5)
    };

    private final Map<String, Timer> attempts;
    private final Timer eventToFirstAttempt;

    AttemptMeters(MeterRegistry registry) {
        this.attempts = OUTCOMES.stream()
                .collect(Collectors.toMap(
                        Function.identity(),
                        outcome -> Timer.builder("webhook.attempt")
                                .description("Attempts by outcome, with the latency of the whole exchange")
                                .tag("outcome", outcome)
                                .serviceLevelObjectives(BUCKETS)
                                .register(registry)));
        this.eventToFirstAttempt = Timer.builder("webhook.event.to.first.attempt")
                .description("From Kafka taking the event to the start of its delivery's first attempt")
                .serviceLevelObjectives(BUCKETS)
                .register(registry);
    }

    void attempted(Outcome.Attempted attempted) {
        Objects.requireNonNull(attempts.get(outcome(attempted)))
                .record(attempted.latencyMillis(), TimeUnit.MILLISECONDS);
        if (attempted.delivery().fresh()) {
            eventToFirstAttempt.record(Duration.between(attempted.delivery().publishedAt(), attempted.startedAt()));
        }
    }

    /** The value of the {@code outcome} tag and log field. */
    static String outcome(Outcome.Attempted attempted) {
        return switch (attempted.decision()) {
            case RetryDecision.Delivered delivered -> "delivered";
            case RetryDecision.RetryAt retry -> "retry";
            case RetryDecision.Exhausted exhausted -> "exhausted";
            case RetryDecision.Gone gone -> "gone";
        };
    }
}
