package io.igregulator.webhooks.worker.outcome;

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
 */
record EndpointActivity(
        EndpointId endpoint, @Nullable Instant lastDeliveredAt, String lastStatus, boolean failedBefore, int failures) {

    private static final String SUCCESS = "success";

    /** Folds a batch, oldest outcome first, into one row an endpoint. */
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
        EndpointId endpoint = attempted.delivery().endpoint();
        return switch (attempted.decision()) {
            case RetryDecision.Delivered delivered ->
                new EndpointActivity(endpoint, attempted.end(), SUCCESS, false, 0);
            case RetryDecision.RetryAt retry -> new EndpointActivity(endpoint, null, "retrying", true, 0);
            case RetryDecision.Exhausted exhausted -> new EndpointActivity(endpoint, null, "failed", true, 1);
            case RetryDecision.Gone gone -> new EndpointActivity(endpoint, null, "failed", true, 1);
        };
    }

    /** Whether it is more than successes, after which no failure counts any more. */
    boolean urgent() {
        return !lastStatus.equals(SUCCESS);
    }

    /** Both in one. */
    EndpointActivity then(EndpointActivity later) {
        return new EndpointActivity(
                endpoint,
                later.lastDeliveredAt == null ? lastDeliveredAt : later.lastDeliveredAt,
                later.lastStatus,
                failedBefore && later.failedBefore,
                later.failedBefore ? failures + later.failures : later.failures);
    }
}
