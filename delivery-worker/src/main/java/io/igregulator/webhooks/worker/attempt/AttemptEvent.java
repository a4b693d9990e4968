package io.igregulator.webhooks.worker.attempt;

import ch.qos.logback.classic.Logger;
import io.igregulator.webhooks.worker.delivery.Delivery;
import io.igregulator.webhooks.worker.log.Fields;
import io.igregulator.webhooks.worker.log.FieldsEvent;
import io.igregulator.webhooks.worker.outcome.Outcome;
import io.igregulator.webhooks.worker.retry.RetryDecision;
import io.igregulator.webhooks.worker.trace.AttemptTrace;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The line of one attempt. Of the URL only the host: a path or query may carry the receiver's own credentials. */
final class AttemptEvent extends FieldsEvent {
    private final Outcome.Attempted attempted;
    private final String host;
    private final @Nullable AttemptTrace trace;

    AttemptEvent(Logger logger, Outcome.Attempted attempted, String host, @Nullable AttemptTrace trace) {
        super(logger, "attempt");
        this.attempted = attempted;
        this.host = host;
        this.trace = trace;
    }

    @Override
    protected void writeTo(Fields fields) {
        Delivery delivery = attempted.delivery();
        fields.add("delivery_id", delivery.id());
        fields.add("event_id", delivery.event());
        fields.add("event", delivery.eventType());
        fields.add("endpoint_id", delivery.endpoint());
        fields.add("host", host);
        fields.add("attempt", delivery.nextAttempt());
        fields.add("outcome", AttemptMeters.outcome(attempted));
        fields.add("latency_ms", attempted.latencyMillis());
        if (attempted.httpStatus() != null) {
            fields.add("http_status", attempted.httpStatus());
        }
        if (attempted.error() != null) {
            fields.add("error", attempted.error());
        }
        if (attempted.decision() instanceof RetryDecision.RetryAt(Instant due)) {
            fields.add("next_attempt_at", due);
        }
        if (trace != null) {
            fields.add("account_id", delivery.account());
            fields.add("trace_id", trace.own().traceId());
            fields.add("span_id", trace.own().spanId());
        }
    }
}
