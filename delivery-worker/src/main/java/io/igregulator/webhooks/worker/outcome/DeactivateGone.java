package io.igregulator.webhooks.worker.outcome;

import io.igregulator.webhooks.audit.AuditChanges;
import io.igregulator.webhooks.id.EndpointId;
import io.igregulator.webhooks.worker.disable.DisableEndpoint;
import io.igregulator.webhooks.worker.disable.DisableReason;
import io.igregulator.webhooks.worker.outcome.Outcome.Attempted;
import io.igregulator.webhooks.worker.retry.RetryDecision.Gone;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A receiver that answered 410 wants no more: its endpoint becomes inactive, all workers and its owner are notified, and the
 * audit log has an entry.
 */
final class DeactivateGone {
    private static final int GONE = 410;

    private final DisableEndpoint endpoints;

    DeactivateGone(DisableEndpoint endpoints) {
        this.endpoints = endpoints;
    }

    void write(List<Outcome> batch) {
        Map<EndpointId, Attempted> first = new TreeMap<>();
        for (Outcome outcome : batch) {
            if (outcome instanceof Attempted attempted && attempted.decision() instanceof Gone) {
                first.putIfAbsent(outcome.delivery().endpoint(), attempted);
            }
        }
        first.forEach((endpoint, gone) -> endpoints.disable(
                endpoint, DisableReason.GONE, gone.end(), AuditChanges.none().set("http_status", GONE)));
    }
}
