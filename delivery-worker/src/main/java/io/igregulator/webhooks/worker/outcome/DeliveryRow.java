package io.igregulator.webhooks.worker.outcome;

import io.igregulator.webhooks.history.DeliveryError;
import io.igregulator.webhooks.history.DeliveryStatus;
import io.igregulator.webhooks.worker.delivery.Delivery;
import io.igregulator.webhooks.worker.outcome.Outcome.Abandoned;
import io.igregulator.webhooks.worker.outcome.Outcome.Attempted;
import io.igregulator.webhooks.worker.outcome.Outcome.Expired;
import io.igregulator.webhooks.worker.outcome.Outcome.Parked;
import io.igregulator.webhooks.worker.retry.RetryDecision;
import java.time.Instant;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The state of a delivery after an outcome, as a row of {@code delivery}.
 *
 * @param responseBody of a first attempt that succeeded, which has no row of its own
 */
record DeliveryRow(
        Delivery delivery,
        DeliveryStatus status,
        int attemptCount,
        @Nullable Instant nextAttemptAt,
        @Nullable Integer httpStatus,
        @Nullable String error,
        @Nullable Integer latencyMillis,
        @Nullable Instant completedAt,
        @Nullable String responseBody) {
    /** Empty for a deleted endpoint, whose history is going as well. */
    static Stream<DeliveryRow> of(Outcome outcome) {
        return switch (outcome) {
            case Attempted attempted -> Stream.of(of(attempted));
            case Parked(Delivery delivery, Parked.Reason reason, Instant due, Instant until) ->
                Stream.of(new DeliveryRow(
                        delivery,
                        DeliveryStatus.PENDING,
                        delivery.attempts().made(),
                        due,
                        null,
                        null,
                        null,
                        null,
                        null));
            case Expired(Delivery delivery, DeliveryError error, Instant at) ->
                Stream.of(new DeliveryRow(
                        delivery,
                        DeliveryStatus.FAILED,
                        delivery.attempts().made(),
                        null,
                        null,
                        error.wireName(),
                        null,
                        at,
                        null));
            case Abandoned abandoned -> Stream.empty();
        };
    }

    private static DeliveryRow of(Attempted attempted) {
        Instant end = attempted.end();
        return switch (attempted.decision()) {
            case RetryDecision.Delivered delivered -> row(attempted, DeliveryStatus.SUCCESS, null, end);
            case RetryDecision.RetryAt(Instant due) -> row(attempted, DeliveryStatus.RETRYING, due, null);
            case RetryDecision.Exhausted exhausted -> row(attempted, DeliveryStatus.FAILED, null, end);
            case RetryDecision.Gone gone -> row(attempted, DeliveryStatus.FAILED, null, end);
        };
    }

    private static DeliveryRow row(
            Attempted attempted,
            DeliveryStatus status,
            @Nullable Instant nextAttemptAt,
            @Nullable Instant completedAt) {
        return new DeliveryRow(
                attempted.delivery(),
                status,
                attempted.delivery().nextAttempt(),
                nextAttemptAt,
                attempted.httpStatus(),
                attempted.error(),
                attempted.latencyMillis(),
                completedAt,
                attempted.succeededAtFirst() ? attempted.responseBody() : null);
    }
}
