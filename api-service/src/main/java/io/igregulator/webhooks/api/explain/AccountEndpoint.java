package io.igregulator.webhooks.api.explain;

import io.igregulator.webhooks.id.EndpointId;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An endpoint of an account, or one that was deleted.
 *
 * @param past null once it was deleted
 * @param deletedAt null while it exists
 */
record AccountEndpoint(
        EndpointId id,
        @Nullable EndpointPast past,
        @Nullable Instant deletedAt) {
    static AccountEndpoint deleted(EndpointId id, Instant at) {
        return new AccountEndpoint(id, null, at);
    }

    NotSent notSent(WhyNot why) {
        return past == null ? NotSent.Reason.DELETED.since(Objects.requireNonNull(deletedAt)) : why.of(past);
    }
}
