package io.igregulator.webhooks.api.endpoint;

import io.igregulator.webhooks.id.AccountId;
import io.igregulator.webhooks.id.EndpointId;
import java.net.URI;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An endpoint in a state that its account or the operator should look at.
 *
 * @param since null where it is not recorded
 */
record FailingEndpoint(
        EndpointId id,
        AccountId account,
        String accountName,
        URI url,
        EndpointHealth.State state,
        @Nullable String inactiveReason,
        @Nullable Instant since) {
    /** Those of which it is not recorded since when are the last. */
    EndpointPosition position() {
        return new EndpointPosition(since == null ? Instant.EPOCH : since, id);
    }
}
