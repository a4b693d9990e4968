package io.igregulator.webhooks.worker.outcome;

import io.igregulator.webhooks.history.DeliveryStatus;
import io.igregulator.webhooks.id.EndpointId;
import io.igregulator.webhooks.worker.outcome.Outcome.Attempted;
import io.igregulator.webhooks.worker.retry.RetryDecision;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one batch or more change in an endpoint's figures.
 *
 * @param lastDeliveredAt end of the newest success, null when there was none
 * @param lastStatus of the newest outcome
 * @param failedBefore whether {@code failures} adds to what the row holds; false once a success reset the count
 * @param failures deliveries that ended as failed, since the newest success if there was one
 * @param firstFailedAt end of the first failed attempt, since the newest success if there was one; null when none failed
 *     that says something of the receiver
 * @param lastFailedAt end of the last of them
 */
record EndpointActivity(
        EndpointId endpoint,
        @Nullable Instant lastDeliveredAt,
        DeliveryStatus lastStatus,
        boolean failedBefore,
        int failures,
        @Nullable Instant firstFailedAt,
        @Nullable Instant lastFailedAt) {

    /** Folds a batch, oldest outcome first, into one row per endpoint. */
    static Collection<EndpointActivity> of(List<Outcome> batch) {
        Map<EndpointId, EndpointActivity> folded = new LinkedHashMap<>();
        for (Outcome outcome : batch) {
            if (outcome instanceof Attempted attempted) {
                folded.merge(outcome.delivery().endpoint(), of(attempted), EndpointActivity::then);
            }
        }
        return folded.values();
    }

    private static EndpointActivity of(Attempted attempted) {
        return switch (attempted.decision()) {
            case RetryDecision.Delivered delivered ->
                new EndpointActivity(
                        attempted.delivery().endpoint(), attempted.end(), DeliveryStatus.SUCCESS, false, 0, null, null);
            case RetryDecision.RetryAt retry -> failed(attempted, DeliveryStatus.RETRYING, 0);
            case RetryDecision.Exhausted exhausted -> failed(attempted, DeliveryStatus.FAILED, 1);
            case RetryDecision.Gone gone -> failed(attempted, DeliveryStatus.FAILED, 1);
        };
    }

    private static EndpointActivity failed(Attempted attempted, DeliveryStatus status, int failures) {
        @Nullable Instant end = attempted.ours() ? null : attempted.end();
        return new EndpointActivity(attempted.delivery().endpoint(), null, status, true, failures, end, end);
    }

    /** Whether it is more than successes, after which no failure counts any more. */
    boolean urgent() {
        return lastStatus != DeliveryStatus.SUCCESS;
    }

    /** Both in one. */
    EndpointActivity then(EndpointActivity later) {
        return new EndpointActivity(
                endpoint,
                later.lastDeliveredAt == null ? lastDeliveredAt : later.lastDeliveredAt,
                later.lastStatus,
                failedBefore && later.failedBefore,
                later.failedBefore ? failures + later.failures : later.failures,
                later.failedBefore && firstFailedAt != null ? firstFailedAt : later.firstFailedAt,
                later.failedBefore && later.lastFailedAt == null ? lastFailedAt : later.lastFailedAt);
    }
}
