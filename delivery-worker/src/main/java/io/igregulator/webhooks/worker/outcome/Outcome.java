package io.igregulator.webhooks.worker.outcome;

import io.igregulator.webhooks.worker.delivery.Delivery;
import io.igregulator.webhooks.worker.retry.RetryDecision;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What is to be written about one delivery before it counts as done. */
public sealed interface Outcome {
    Delivery delivery();

    /**
     * A request was made, or failed on its way.
     *
     * @param error a stable code, null when an answer arrived
     */
    record Attempted(
            Delivery delivery,
            Instant startedAt,
            int latencyMillis,
            @Nullable Integer httpStatus,
            @Nullable String error,
            @Nullable String responseBody,
            RetryDecision decision)
            implements Outcome {}

    /** The endpoint is inactive: the delivery waits without spending an attempt. */
    record Held(Delivery delivery, Instant at) implements Outcome {}

    /** The endpoint was deleted: nothing is kept. */
    record Abandoned(Delivery delivery) implements Outcome {}

    /** It can no longer be sent, since its event's body was dropped by retention. */
    record Expired(Delivery delivery, Instant at) implements Outcome {}
}
