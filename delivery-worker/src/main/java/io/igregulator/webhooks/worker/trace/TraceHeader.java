package io.igregulator.webhooks.worker.trace;

import io.igregulator.webhooks.event.TraceParent;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.jspecify.annotations.Nullable;

/** The {@code traceparent} of a record, on domain topics and on {@code webhook.deliveries}. */
public final class TraceHeader {
    private TraceHeader() {}

    /** Null where there is none, or none that can be read: the event is then traced by its id. */
    public static @Nullable TraceParent of(Headers headers) {
        Header header = headers.lastHeader(TraceParent.HEADER);
        return header == null || header.value() == null
                ? null
                : TraceParent.read(new String(header.value(), StandardCharsets.ISO_8859_1))
                        .orElse(null);
    }

    public static Header of(TraceParent trace) {
        return new RecordHeader(TraceParent.HEADER, trace.header().getBytes(StandardCharsets.US_ASCII));
    }
}
