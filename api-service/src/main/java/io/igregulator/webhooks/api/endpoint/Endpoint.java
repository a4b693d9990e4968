package io.igregulator.webhooks.api.endpoint;

import io.igregulator.webhooks.id.AccountId;
import io.igregulator.webhooks.id.EndpointId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A webhook endpoint as its owner sees it.
 *
 * @param forNotices whether it is the account's address for notices
 * @param version grows with every change; caches compare it
 * @param updatedAt when the version last grew
 * @param stop null unless the operator has stopped it
 */
public record Endpoint(
        EndpointId id,
        AccountId owner,
        boolean forNotices,
        EndpointSettings settings,
        long version,
        Instant createdAt,
        Instant updatedAt,
        EndpointActivity activity,
        @Nullable OperatorStop stop) {
    /**
     * Changes with everything that its owner or a worker changes of it, secrets included, and not with the figures that
     * deliveries leave behind: an editor does not overwrite those.
     */
    public String tag() {
        return "\"" + version + "\"";
    }

    Endpoint with(EndpointSettings changed) {
        return new Endpoint(id, owner, forNotices, changed, version + 1, createdAt, updatedAt, activity, stop);
    }

    Endpoint updatedAt(Instant at) {
        return new Endpoint(id, owner, forNotices, settings, version, createdAt, at, activity, stop);
    }
}
