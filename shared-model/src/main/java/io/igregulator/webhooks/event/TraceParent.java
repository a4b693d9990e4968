package io.igregulator.webhooks.event;

import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A place in a trace, as W3C Trace Context writes it in the header {@code traceparent} of HTTP requests and Kafka records. A
 * publisher may send one with an event; the outbox, the domain topics and {@code webhook.deliveries} carry it.
 *
 * @param traceId 32 hexadecimal digits, not all zero
 * @param spanId 16 of them
 * @param sampled whether the trace is recorded
 */
public record TraceParent(String traceId, String spanId, boolean sampled) {
    /** The name of the header. */
    public static final String HEADER = "traceparent";

    private static final Pattern TRACE = Pattern.compile("(?!0{32})[0-9a-f]{32}");
    private static final Pattern SPAN = Pattern.compile("(?!0{16})[0-9a-f]{16}");

    // Later versions may add fields behind a hyphen. Version ff is forbidden.
    private static final Pattern FORM =
            Pattern.compile("(?!ff)([0-9a-f]{2})-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})(-.*)?");
    private static final int LONGEST = 512;
    private static final int HEX = 16;

    public TraceParent {
        Objects.requireNonNull(traceId, "traceId");
        Objects.requireNonNull(spanId, "spanId");
        if (!TRACE.matcher(traceId).matches() || !SPAN.matcher(spanId).matches()) {
            throw new IllegalArgumentException("not the ids of a trace and a span: " + traceId + ", " + spanId);
        }
    }

    /** Empty for a header that is missing or malformed, which has to be ignored (W3C). */
    public static Optional<TraceParent> read(@Nullable String header) {
        if (header == null || header.length() > LONGEST) {
            return Optional.empty();
        }
        var form = FORM.matcher(header);
        if (!form.matches()
                || ("00".equals(form.group(1)) && form.group(5) != null)
                || !TRACE.matcher(form.group(2)).matches()
                || !SPAN.matcher(form.group(3)).matches()) {
            return Optional.empty();
        }
        boolean sampled = (Integer.parseInt(form.group(4), HEX) & 1) == 1;
        return Optional.of(new TraceParent(form.group(2), form.group(3), sampled));
    }

    /** The value of the header. */
    public String header() {
        return "00-" + traceId + "-" + spanId + (sampled ? "-01" : "-00");
    }
}
