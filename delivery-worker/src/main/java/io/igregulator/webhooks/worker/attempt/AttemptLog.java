package io.igregulator.webhooks.worker.attempt;

import io.igregulator.webhooks.worker.delivery.Delivery;
import io.igregulator.webhooks.worker.outcome.Outcome;
import io.igregulator.webhooks.worker.retry.RetryDecision;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.spi.LoggingEventBuilder;

/**
 * One structured line an attempt, under a logger name of its own so that it can be routed or silenced. Of the URL only
 * the host: a path or query may carry the receiver's own credentials.
 */
final class AttemptLog {
    private static final Logger log = LoggerFactory.getLogger("webhooks.attempt");

    private AttemptLog() {}

    static void attempted(Outcome.Attempted attempted, String host) {
        Delivery delivery = attempted.delivery();
        LoggingEventBuilder line = log.atInfo()
                .addKeyValue("delivery_id", delivery.id())
                .addKeyValue("event_id", delivery.event())
                .addKeyValue("event", delivery.eventType())
                .addKeyValue("endpoint_id", delivery.endpoint())
                .addKeyValue("host", host)
                .addKeyValue("attempt", delivery.nextAttempt())
                .addKeyValue("outcome", AttemptMeters.outcome(attempted))
                .addKeyValue("latency_ms", attempted.latencyMillis());
        if (attempted.httpStatus() != null) {
            line = line.addKeyValue("http_status", attempted.httpStatus());
        }
        if (attempted.error() != null) {
            line = line.addKeyValue("error", attempted.error());
        }
        if (attempted.decision() instanceof RetryDecision.RetryAt(Instant due)) {
            line = line.addKeyValue("next_attempt_at", due);
        }
        line.log("attempt");
    }
}
