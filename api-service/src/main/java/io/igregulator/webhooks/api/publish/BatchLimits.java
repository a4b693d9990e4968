package io.igregulator.webhooks.api.publish;

import io.igregulator.webhooks.api.error.ApiError;
import io.igregulator.webhooks.api.error.UnsuitableRequest;
import io.igregulator.webhooks.api.web.NdjsonLines;
import io.igregulator.webhooks.event.EnvelopeReader;

/** How large a batch may be: each line as large as an event on its own. */
record BatchLimits(long maxBytes) implements NdjsonLines.Limits {
    @Override
    public int maxLineBytes() {
        return EnvelopeReader.MAX_BODY_BYTES;
    }

    @Override
    public ApiError longLine(long number) {
        return UnsuitableRequest.tooLarge("line " + number + " is larger than " + maxLineBytes() + " bytes");
    }

    @Override
    public ApiError largeBody() {
        return UnsuitableRequest.tooLarge("the batch is larger than " + maxBytes + " bytes");
    }
}
