package io.igregulator.webhooks.worker.outcome;

import io.igregulator.webhooks.worker.delivery.Delivery;
import io.igregulator.webhooks.worker.outcome.Outcome.Abandoned;
import io.igregulator.webhooks.worker.outcome.Outcome.Attempted;
import io.igregulator.webhooks.worker.outcome.Outcome.Expired;
import io.igregulator.webhooks.worker.outcome.Outcome.Parked;
import io.igregulator.webhooks.worker.retry.RetryDecision.RetryAt;
import java.time.Instant;
import java.util.stream.Stream;

/** A delivery that has to wait, as a row of {@code waiting_delivery}. */
record WaitingRow(Delivery delivery, int attempts, Instant dueAt) {
    /** Empty when the delivery has come to its end. */
    static Stream<WaitingRow> of(Outcome outcome) {
        return switch (outcome) {
            case Attempted attempted
            when attempted.decision() instanceof RetryAt(Instant due) ->
                Stream.of(new WaitingRow(
                        attempted.delivery(), attempted.delivery().nextAttempt(), due));
            case Parked(Delivery delivery, Parked.Reason reason, Instant until) ->
                Stream.of(new WaitingRow(delivery, delivery.attempts().made(), until));
            case Attempted attempted -> Stream.empty();
            case Expired expired -> Stream.empty();
            case Abandoned abandoned -> Stream.empty();
        };
    }
}
