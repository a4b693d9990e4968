package io.igregulator.webhooks.worker.trace;

import io.igregulator.webhooks.event.EventTrace;
import io.igregulator.webhooks.event.TraceParent;
import io.igregulator.webhooks.worker.delivery.Delivery;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import io.opentelemetry.sdk.trace.samplers.SamplingDecision;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Decides before an attempt whether it is traced and where it stands. A first attempt straight from Kafka continues the trace that
 * came with its event. What waited in PostgreSQL has lost that: its trace is the one whose id follows from the event's id, as is that
 * of an event that came without any.
 */
final class PlaceAttempts {
    private final boolean propagate;
    private final boolean propagateSampled;
    private final Sampler ratio;

    PlaceAttempts(TraceProperties properties) {
        this.propagate = properties.propagate();
        this.propagateSampled = properties.propagateSampled();
        this.ratio = Sampler.traceIdRatioBased(properties.sampling());
    }

    /** Null for an attempt of which neither the receiver nor the exporter learns a trace. */
    @Nullable
    AttemptTrace place(Delivery delivery) {
        TraceParent parent = delivery.trace();
        if (parent != null && !parent.sampled() && !propagate) {
            return null;
        }
        String eventTrace = EventTrace.id(delivery.event());
        String traceId = parent == null ? eventTrace : parent.traceId();
        boolean sampled = parent == null ? sampled(eventTrace) : parent.sampled();
        if (!sampled && !propagate) {
            return null;
        }
        var own = new TraceParent(traceId, spanId(delivery, delivery.nextAttempt()), sampled);
        return new AttemptTrace(
                own, parent, sampled ? links(delivery, own, eventTrace) : List.of(), propagate ? header(own) : null);
    }

    /** Its flag says 00 unless the settings allow more: a stranger's backend is not made to record. */
    private String header(TraceParent own) {
        return new TraceParent(own.traceId(), own.spanId(), own.sampled() && propagateSampled).header();
    }

    private static List<TraceParent> links(Delivery delivery, TraceParent own, String eventTrace) {
        List<TraceParent> links = new ArrayList<>();
        if (!own.traceId().equals(eventTrace)) {
            links.add(new TraceParent(eventTrace, own.spanId(), true));
        }
        if (delivery.nextAttempt() > 1) {
            links.add(new TraceParent(eventTrace, spanId(delivery, delivery.nextAttempt() - 1), true));
        }
        return links;
    }

    /** OpenTelemetry's own ratio sampler decides by the id, so that all who use it agree. */
    private boolean sampled(String traceId) {
        return ratio.shouldSample(Context.root(), traceId, "", SpanKind.CLIENT, Attributes.empty(), List.of())
                        .getDecision()
                == SamplingDecision.RECORD_AND_SAMPLE;
    }

    /** The delivery's id ends in bits of SHA-256; spread by an odd number, attempts of one delivery differ. */
    private static String spanId(Delivery delivery, int attempt) {
        long bits = delivery.id().value().getLeastSignificantBits() ^ (attempt * 0x9E37_79B9_7F4A_7C15L);
        return HexFormat.of().toHexDigits(bits == 0 ? 1 : bits);
    }
}
