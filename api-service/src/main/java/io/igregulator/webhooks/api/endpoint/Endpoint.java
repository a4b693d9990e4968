package io.igregulator.webhooks.api.endpoint;

import io.igregulator.webhooks.id.AccountId;
import io.igregulator.webhooks.id.EndpointId;
import java.time.Instant;

/**
 * A webhook endpoint as its owner sees it.
 *
 * @param version grows with every change; caches compare it
 */
public record Endpoint(
        EndpointId id,
        AccountId owner,
        EndpointSettings settings,
        long version,
        Instant createdAt,
        EndpointActivity activity) {
    /**
     * Changes with everything that its owner or a worker changes of it, secrets included, and not with the figures that
     * deliveries leave behind: an editor does not overwrite those.
     */
    public String tag() {
        return "\"" + version + "\"";
    }

    Endpoint with(EndpointSettings changed) {
        return new Endpoint(id, owner, changed, version + 1, createdAt, activity);
    }
}
