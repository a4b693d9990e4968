package io.igregulator.webhooks.worker.breaker;

import java.time.Instant;

/** Whether an endpoint may be tried now. */
public sealed interface Permission {
    /** It may; the attempt's result must be reported, or the permission given back. */
    record Granted() implements Permission {}

    /**
     * It may not.
     *
     * @param until when it is worth asking again
     */
    record Refused(Instant until) implements Permission {}
}
