package io.igregulator.webhooks.api.publish;

import io.igregulator.webhooks.api.error.UnsuitableRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Splits a body at LF or CRLF while it arrives, and reads no further than its limits. */
final class Lines {
    private static final int BUFFER_BYTES = 16 * 1024;

    private final InputStream body;
    private final int maxLineBytes;
    private final long maxBytes;
    private final byte[] buffer = new byte[BUFFER_BYTES];
    private int position;
    private int limit;
    private long read;
    private int number;

    Lines(InputStream body, int maxLineBytes, long maxBytes) {
        this.body = body;
        this.maxLineBytes = maxLineBytes;
        this.maxBytes = maxBytes;
    }

    /** The line that {@link #next} has just returned, counted from 1. */
    int number() {
        return number;
    }

    /** Without its end; null after the last one. */
    byte @Nullable [] next() throws IOException {
        number++;
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        while (fill()) {
            int end = endOfLine();
            line.write(buffer, position, end - position);
            requireFits(line);
            position = end + 1;
            if (end < limit) {
                return withoutReturn(line.toByteArray());
            }
        }
        return line.size() == 0 ? null : withoutReturn(line.toByteArray());
    }

    private boolean fill() throws IOException {
        if (position < limit) {
            return true;
        }
        position = 0;
        limit = Math.max(body.read(buffer), 0);
        read += limit;
        if (read > maxBytes) {
            throw UnsuitableRequest.tooLarge("the batch is larger than " + maxBytes + " bytes");
        }
        return limit > 0;
    }

    /** The buffer's end, where the line goes on behind it. */
    private int endOfLine() {
        int end = position;
        while (end < limit && buffer[end] != '\n') {
            end++;
        }
        return end;
    }

    private void requireFits(ByteArrayOutputStream line) {
        // One more for a CR.
        if (line.size() > maxLineBytes + 1) {
            throw UnsuitableRequest.tooLarge("line " + number + " is larger than " + maxLineBytes + " bytes");
        }
    }

    private static byte[] withoutReturn(byte[] line) {
        return line.length > 0 && line[line.length - 1] == '\r' ? Arrays.copyOf(line, line.length - 1) : line;
    }
}
