package io.igregulator.webhooks.worker.degraded;

import io.igregulator.webhooks.id.EndpointId;
import io.igregulator.webhooks.id.EventId;
import java.time.Instant;

/** The begin or the end of an endpoint's degradation, to be written together with the outcomes that brought it about. */
public sealed interface Episode {
    EndpointId endpoint();

    /**
     * More than the share failed.
     *
     * @param event id of the announcement, made here so that a batch written twice announces once
     */
    record Began(EndpointId endpoint, int shard, FailureShare share, String lastError, EventId event, Instant at)
            implements Episode {}

    /** The endpoint recovered and may be announced again. */
    record Ended(EndpointId endpoint) implements Episode {}
}
