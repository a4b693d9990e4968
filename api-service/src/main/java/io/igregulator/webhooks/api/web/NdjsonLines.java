package io.igregulator.webhooks.api.web;

import io.igregulator.webhooks.api.error.ApiError;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Splits a body at LF or CRLF while it arrives, and reads no further than its limits. */
public final class NdjsonLines {
    private static final int BUFFER_BYTES = 16 * 1024;

    private final InputStream body;
    private final Limits limits;
    private final byte[] buffer = new byte[BUFFER_BYTES];
    private int position;
    private int filled;
    private long read;
    private long number;

    public NdjsonLines(InputStream body, Limits limits) {
        this.body = body;
        this.limits = limits;
    }

    /** How large a line and the body may be, and how the route refuses one that is larger. */
    public interface Limits {
        /** Without the line's end. */
        int maxLineBytes();

        long maxBytes();

        ApiError longLine(long number);

        ApiError largeBody();
    }

    /** The line that {@link #next} has just returned, counted from 1, empty ones included. */
    public long number() {
        return number;
    }

    /**
     * Without its end; null after the last one.
     *
     * @throws ApiError if the line or the body is larger than allowed
     */
    public byte @Nullable [] next() throws IOException {
        number++;
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        while (fill()) {
            int end = endOfLine();
            line.write(buffer, position, end - position);
            // One more for a CR.
            requireFits(line.size() - 1);
            position = end + 1;
            if (end < filled) {
                return withoutReturn(line.toByteArray());
            }
        }
        return line.size() == 0 ? null : withoutReturn(line.toByteArray());
    }

    private boolean fill() throws IOException {
        if (position < filled) {
            return true;
        }
        position = 0;
        filled = Math.max(body.read(buffer), 0);
        read += filled;
        if (read > limits.maxBytes()) {
            throw limits.largeBody();
        }
        return filled > 0;
    }

    /** The buffer's end, where the line continues behind it. */
    private int endOfLine() {
        int end = position;
        while (end < filled && buffer[end] != '\n') {
            end++;
        }
        return end;
    }

    private byte[] withoutReturn(byte[] line) {
        boolean hasReturn = line.length > 0 && line[line.length - 1] == '\r';
        int length = hasReturn ? line.length - 1 : line.length;
        requireFits(length);
        return hasReturn ? Arrays.copyOf(line, length) : line;
    }

    private void requireFits(int length) {
        if (length > limits.maxLineBytes()) {
            throw limits.longLine(number);
        }
    }
}
