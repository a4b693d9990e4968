package io.igregulator.webhooks.worker.fanout;

import io.igregulator.webhooks.event.LicenseStatus;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What one or several events say about an operator.
 *
 * @param jurisdiction the one that the status is about
 * @param status null where the events say nothing of it
 * @param at when the status was so
 */
record OperatorNews(
        String slug,
        @Nullable String id,
        @Nullable String jurisdiction,
        @Nullable LicenseStatus status,
        Instant at) {

    /** The latest status of both, with what only one of them knows. */
    OperatorNews merge(OperatorNews other) {
        if (status == null || (other.status != null && other.at.isAfter(at))) {
            return other.completedBy(this);
        }
        return completedBy(other);
    }

    private OperatorNews completedBy(OperatorNews other) {
        return new OperatorNews(
                slug, id == null ? other.id : id, jurisdiction == null ? other.jurisdiction : jurisdiction, status, at);
    }
}
