package io.igregulator.webhooks.worker.outcome;

import io.igregulator.webhooks.history.DeliveryError;
import io.igregulator.webhooks.http.Exchange;
import io.igregulator.webhooks.http.ExchangeError;
import io.igregulator.webhooks.http.Fault;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/**
 * What came of attempts, by status or error code, and on whose side the cause is. The set is closed and every series exists
 * from the start: a counter that appears with its first event hides that event from rates.
 */
public final class ResultMeters {
    private final Map<StatusClass, Counter> answered = new EnumMap<>(StatusClass.class);
    private final Map<ExchangeError, Counter> unanswered = new EnumMap<>(ExchangeError.class);
    private final Map<DeliveryError, Counter> untried = new EnumMap<>(DeliveryError.class);

    public ResultMeters(MeterRegistry registry) {
        for (StatusClass status : StatusClass.values()) {
            answered.put(status, counter(registry, status.wireName(), status.fault()));
        }
        for (ExchangeError error : ExchangeError.values()) {
            unanswered.put(error, counter(registry, error.wireName(), error.fault()));
        }
        // Counted once, shown twice: this one is watched for attacks, by the API's name for the same.
        FunctionCounter.builder(
                        "webhook.ssrf.blocked",
                        Objects.requireNonNull(unanswered.get(ExchangeError.PRIVATE_IP_BLOCKED)),
                        Counter::count)
                .description("Requests that were not sent because their host leads to an address that is not permitted")
                .tag("where", "send")
                .register(registry);
        for (DeliveryError error : DeliveryError.values()) {
            untried.put(error, counter(registry, error.wireName(), error.fault()));
        }
    }

    /** One attempt, those included that our own shortage or stop prevented. */
    public void ended(Exchange exchange) {
        Counter counter = switch (exchange) {
            case Exchange.Answered answer -> answered.get(StatusClass.of(answer.status()));
            case Exchange.Unanswered none -> unanswered.get(none.error());
        };
        Objects.requireNonNull(counter).increment();
    }

    /** Deliveries that failed without an attempt. */
    public void failed(DeliveryError error, int deliveries) {
        Objects.requireNonNull(untried.get(error)).increment(deliveries);
    }

    private static Counter counter(MeterRegistry registry, String result, Fault fault) {
        return Counter.builder("webhook.attempt.results")
                .description("Attempts by status class or error code, and by the side that the cause is on")
                .tag("result", result)
                .tag("fault", fault.wireName())
                .register(registry);
    }
}
