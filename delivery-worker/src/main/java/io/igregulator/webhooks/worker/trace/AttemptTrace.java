package io.igregulator.webhooks.worker.trace;

import io.igregulator.webhooks.event.TraceParent;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where one attempt stands in the traces; its ids are known before its span is made.
 *
 * @param own the attempt's own place
 * @param parent the place that came with the event; none where the trace begins with the attempt
 * @param links related places: the attempt before, and the event's own trace where this one is the publisher's
 * @param header the {@code traceparent} that the receiver gets, if it gets one
 */
public record AttemptTrace(
        TraceParent own,
        @Nullable TraceParent parent,
        List<TraceParent> links,
        @Nullable String header) {
    public AttemptTrace {
        links = List.copyOf(links);
    }

    public boolean sampled() {
        return own.sampled();
    }
}
