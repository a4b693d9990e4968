package io.igregulator.webhooks.worker.waiting;

import io.igregulator.webhooks.id.EndpointId;
import java.util.function.Function;

/** Decides how much of an endpoint's backlog a claim takes. */
@FunctionalInterface
interface Turns extends Function<EndpointId, Turn> {
    /** The endpoint's owner wants it to be tried now. The claim that learnt it asks for the endpoint's turn next. */
    default void tryNow(EndpointId endpoint, int shard) {}

    /** Nothing of the endpoint waits any more that is not claimed, not even for a later time. */
    default void caughtUp(EndpointId endpoint) {}
}
