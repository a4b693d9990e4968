package io.igregulator.webhooks.api.endpoint;

import io.igregulator.webhooks.api.figures.Figures;
import io.igregulator.webhooks.figures.AttemptClass;
import java.time.Instant;
import java.util.List;
import java.util.NavigableMap;

/**
 * Figures of an endpoint, for clients.
 *
 * @param latencyBoundsMs the most that each bucket but the last holds
 * @param figures oldest first, those without an attempt left out
 */
record FiguresView(Instant since, Instant until, String step, List<Integer> latencyBoundsMs, List<SpanView> figures) {
    FiguresView {
        latencyBoundsMs = List.copyOf(latencyBoundsMs);
        figures = List.copyOf(figures);
    }

    static FiguresView of(FiguresQuery query, NavigableMap<Instant, Figures> spans) {
        return new FiguresView(
                query.since(),
                query.until(),
                query.step().wireName(),
                AttemptClass.BOUNDS_MILLIS,
                spans.entrySet().stream()
                        .map(span -> SpanView.of(span.getKey(), span.getValue()))
                        .toList());
    }

    /**
     * One span.
     *
     * @param at its start
     * @param latency attempts with an answer, by how long it took
     */
    record SpanView(Instant at, int delivered, int refused, int unanswered, List<Integer> latency) {
        SpanView {
            latency = List.copyOf(latency);
        }

        private static SpanView of(Instant at, Figures figures) {
            return new SpanView(
                    at,
                    figures.of(AttemptClass.End.DELIVERED),
                    figures.of(AttemptClass.End.REFUSED),
                    figures.of(AttemptClass.End.UNANSWERED),
                    figures.latency());
        }
    }
}
