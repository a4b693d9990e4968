package io.igregulator.webhooks.worker.trace;

import io.igregulator.webhooks.event.TraceParent;
import io.opentelemetry.sdk.trace.IdGenerator;
import io.prometheus.metrics.tracer.common.SpanContext;
import org.jspecify.annotations.Nullable;

/**
 * The place of the attempt whose span is made or whose latency is counted on this thread: the SDK takes the span's ids from here,
 * and Prometheus the exemplar's.
 */
final class CurrentPlace implements IdGenerator, SpanContext {
    private static final ScopedValue<TraceParent> CURRENT = ScopedValue.newInstance();

    private final IdGenerator otherwise = IdGenerator.random();

    static void run(TraceParent place, Runnable action) {
        ScopedValue.where(CURRENT, place).run(action);
    }

    @Override
    public String generateTraceId() {
        return CURRENT.isBound() ? CURRENT.get().traceId() : otherwise.generateTraceId();
    }

    @Override
    public String generateSpanId() {
        return CURRENT.isBound() ? CURRENT.get().spanId() : otherwise.generateSpanId();
    }

    @Override
    public @Nullable String getCurrentTraceId() {
        return CURRENT.isBound() ? CURRENT.get().traceId() : null;
    }

    @Override
    public @Nullable String getCurrentSpanId() {
        return CURRENT.isBound() ? CURRENT.get().spanId() : null;
    }

    @Override
    public boolean isCurrentSpanSampled() {
        return CURRENT.isBound() && CURRENT.get().sampled();
    }

    @Override
    public void markCurrentSpanAsExemplar() {
        // The span has its attributes already.
    }
}
