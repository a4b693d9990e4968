package io.igregulator.webhooks.worker.trace;

import io.igregulator.webhooks.worker.delivery.Delivery;
import io.igregulator.webhooks.worker.outcome.Outcome;
import org.jspecify.annotations.Nullable;

/** What an attempt needs of tracing. Off, all of it is one check. */
public final class TraceAttempts {
    private final @Nullable PlaceAttempts places;
    private final @Nullable RecordSpan spans;

    private TraceAttempts(@Nullable PlaceAttempts places, @Nullable RecordSpan spans) {
        this.places = places;
        this.spans = spans;
    }

    public static TraceAttempts off() {
        return new TraceAttempts(null, null);
    }

    static TraceAttempts on(TraceProperties properties, RecordSpan spans) {
        return new TraceAttempts(new PlaceAttempts(properties), spans);
    }

    /** To be asked before the attempt; null where it is not traced. */
    public @Nullable AttemptTrace begin(Delivery delivery) {
        return places == null ? null : places.place(delivery);
    }

    /**
     * To be called after the attempt.
     *
     * @param meters counts the attempt; what it records can name the span
     */
    public void end(AttemptTrace trace, Outcome.Attempted attempted, String host, Runnable meters) {
        if (spans == null || !trace.sampled()) {
            meters.run();
        } else {
            spans.record(trace, attempted, host, meters);
        }
    }
}
