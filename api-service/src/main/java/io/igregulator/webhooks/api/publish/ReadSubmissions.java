package io.igregulator.webhooks.api.publish;

import io.igregulator.webhooks.api.error.ApiError;
import io.igregulator.webhooks.api.error.InvalidRequest;
import io.igregulator.webhooks.api.error.UnsuitableRequest;
import io.igregulator.webhooks.api.web.MediaTypes;
import io.igregulator.webhooks.api.web.NdjsonLines;
import io.igregulator.webhooks.event.EnvelopeReader;
import io.igregulator.webhooks.event.TraceParent;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

/** Reads a request's events, each checked as soon as it is there, so that a bad batch is not read to its end. */
@Component
final class ReadSubmissions {
    private final CheckEvent checkEvent;
    private final PublishProperties properties;
    private final TracingProperties tracing;

    ReadSubmissions(CheckEvent checkEvent, PublishProperties properties, TracingProperties tracing) {
        this.checkEvent = checkEvent;
        this.properties = properties;
        this.tracing = tracing;
    }

    /** @throws ApiError unless there is at least one event and all are valid */
    List<Submission> read(HttpServletRequest request) throws IOException {
        @Nullable String type = request.getContentType();
        if (MediaTypes.isJson(type)) {
            return traced(request, List.of(one(request)));
        }
        if (MediaTypes.isJsonLines(type)) {
            return traced(request, batch(request));
        }
        throw UnsuitableRequest.mediaType(
                "events are application/json, batches application/x-ndjson",
                MediaType.APPLICATION_JSON_VALUE + ", " + MediaTypes.JSON_LINES);
    }

    private List<Submission> traced(HttpServletRequest request, List<Submission> submissions) {
        if (!tracing.enabled()) {
            return submissions;
        }
        return TraceParent.read(request.getHeader(TraceParent.HEADER))
                .map(trace -> submissions.stream()
                        .map(submission -> submission.withTrace(trace))
                        .toList())
                .orElse(submissions);
    }

    private Submission one(HttpServletRequest request) throws IOException {
        requireLength(request, EnvelopeReader.MAX_BODY_BYTES);
        // One byte more than allowed proves a chunked body too long; the rest stays unread.
        byte[] body = request.getInputStream().readNBytes(EnvelopeReader.MAX_BODY_BYTES + 1);
        if (body.length == 0) {
            throw InvalidRequest.unreadable("an event is required as the body");
        }
        return checkEvent.check(new Place.Whole(), body);
    }

    private List<Submission> batch(HttpServletRequest request) throws IOException {
        long maxBytes = properties.maxBytes().toBytes();
        requireLength(request, maxBytes);
        NdjsonLines lines = new NdjsonLines(request.getInputStream(), new BatchLimits(maxBytes));
        List<Submission> submissions = new ArrayList<>();
        for (byte[] line = lines.next(); line != null; line = lines.next()) {
            if (line.length > 0) {
                requireRoom(submissions);
                submissions.add(checkEvent.check(new Place.Line(lines.number()), line));
            }
        }
        if (submissions.isEmpty()) {
            throw InvalidRequest.unreadable("the batch holds no event");
        }
        return submissions;
    }

    private void requireRoom(List<Submission> submissions) {
        if (submissions.size() == properties.maxEvents()) {
            throw UnsuitableRequest.tooLarge("the batch holds more than " + properties.maxEvents() + " events");
        }
    }

    private static void requireLength(HttpServletRequest request, long maxBytes) {
        if (request.getContentLengthLong() > maxBytes) {
            throw UnsuitableRequest.tooLarge("the body is larger than " + maxBytes + " bytes");
        }
    }
}
