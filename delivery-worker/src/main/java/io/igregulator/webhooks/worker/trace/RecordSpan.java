package io.igregulator.webhooks.worker.trace;

import io.igregulator.webhooks.event.TraceParent;
import io.igregulator.webhooks.worker.delivery.Delivery;
import io.igregulator.webhooks.worker.outcome.Outcome;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;

/**
 * Makes an attempt's span when the attempt has ended, from what is known of it then. Of the URL only the host: a path or query may
 * carry the receiver's own credentials.
 */
final class RecordSpan {
    private static final String NAME = "webhook.attempt";

    private final Tracer tracer;

    RecordSpan(Tracer tracer) {
        this.tracer = tracer;
    }

    void record(AttemptTrace trace, Outcome.Attempted attempted, String host, Runnable meters) {
        CurrentPlace.run(trace.own(), () -> {
            span(trace, attempted, host).end(attempted.end());
            meters.run();
        });
    }

    private Span span(AttemptTrace trace, Outcome.Attempted attempted, String host) {
        Delivery delivery = attempted.delivery();
        SpanBuilder builder = tracer.spanBuilder(NAME)
                .setSpanKind(SpanKind.CLIENT)
                .setStartTimestamp(attempted.startedAt())
                .setParent(parent(trace))
                .setAttribute("webhook.event.id", delivery.event().toString())
                .setAttribute("webhook.event.type", delivery.eventType())
                .setAttribute("webhook.delivery.id", delivery.id().toString())
                .setAttribute("webhook.endpoint.id", delivery.endpoint().toString())
                .setAttribute("webhook.account.id", delivery.account().toString())
                .setAttribute("webhook.attempt", delivery.nextAttempt())
                .setAttribute("http.request.method", "POST")
                .setAttribute("server.address", host);
        trace.links().forEach(link -> builder.addLink(context(link)));
        if (attempted.httpStatus() != null) {
            builder.setAttribute(
                    "http.response.status_code", attempted.httpStatus().longValue());
        }
        if (!attempted.succeeded()) {
            builder.setAttribute(
                    "error.type",
                    attempted.error() == null ? String.valueOf(attempted.httpStatus()) : attempted.error());
        }
        Span span = builder.startSpan();
        return attempted.succeeded() ? span : span.setStatus(StatusCode.ERROR, attempted.failure());
    }

    private static Context parent(AttemptTrace trace) {
        TraceParent parent = trace.parent();
        return parent == null ? Context.root() : Context.root().with(Span.wrap(context(parent)));
    }

    private static SpanContext context(TraceParent place) {
        TraceFlags flags = place.sampled() ? TraceFlags.getSampled() : TraceFlags.getDefault();
        return SpanContext.createFromRemoteParent(place.traceId(), place.spanId(), flags, TraceState.getDefault());
    }
}
