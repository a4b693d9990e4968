package io.igregulator.webhooks.worker.attempt;

import ch.qos.logback.classic.Logger;
import io.igregulator.webhooks.id.DeliveryId;
import io.igregulator.webhooks.worker.outcome.Outcome;
import io.igregulator.webhooks.worker.trace.AttemptTrace;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/** One structured line per attempt, under a logger name of its own so that it can be routed or silenced. */
final class AttemptLog {
    private static final Logger log = (Logger) LoggerFactory.getLogger("webhooks.attempt");
    private static final long BITS = (1L << 53) - 1;

    private final long limit;

    AttemptLog(AttemptProperties properties) {
        this.limit = (long) (properties.logSuccesses() * (BITS + 1));
    }

    void attempted(Outcome.Attempted attempted, String host, @Nullable AttemptTrace trace) {
        if (log.isInfoEnabled() && chosen(attempted)) {
            log.callAppenders(new AttemptEvent(log, attempted, host, trace));
        }
    }

    private boolean chosen(Outcome.Attempted attempted) {
        return !attempted.succeeded() || place(attempted.delivery().id()) < limit;
    }

    /** The last bits of the id are bits of SHA-256: a fair share of all, and the same deliveries in every worker. */
    private static long place(DeliveryId id) {
        return id.value().getLeastSignificantBits() & BITS;
    }
}
