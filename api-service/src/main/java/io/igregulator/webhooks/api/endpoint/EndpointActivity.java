package io.igregulator.webhooks.api.endpoint;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What deliveries have left behind, written by the worker.
 *
 * @param lastStatus {@code success}, {@code failed} or {@code retrying}
 * @param failureCount consecutive failed deliveries
 */
public record EndpointActivity(
        @Nullable Instant lastDeliveredAt, @Nullable String lastStatus, int failureCount) {
    static final EndpointActivity NONE = new EndpointActivity(null, null, 0);
}
